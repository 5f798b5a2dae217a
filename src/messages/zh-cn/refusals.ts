import type { Refusal } from "../../domain/issue/decision.ts";
import type { Doable } from "../../domain/issue/lifecycle.ts";
import { echo } from "../escape.ts";
import { COMMAND_WORDS, commandWord } from "./commands.ts";
import { throughBot } from "./issues.ts";
import { someOf } from "./terms.ts";

/** What the sentence of a refusal is made from. */
export interface Refused {
  readonly action: Doable;
  readonly id: number;
  /** The last day that can be written now. */
  readonly lastDay: string;
  /** The most characters that a text may have. */
  readonly most: number;
  readonly needs: Needed | null;
  /** Of an issue that is signed for: by whom, and when. */
  readonly signed: { readonly by: string; readonly at: string } | null;
}

type Needed = Extract<Refusal, { refused: "needs" }>["what"];

const NEEDS: Readonly<Record<Needed, string>> = {
  text: "请写明内容或原因",
  department: "请写明单位名",
  date: "请写明日期或天数",
  rating: "请打 1 到 5 分",
};

/** The number that stands in every command as it is taught. An example that can be sent as it stands must not act on that one. */
const TAUGHT_NUMBER = "12";

/** Why a move is not made: the first half of a sentence. */
export const REFUSALS: Readonly<Record<Refusal["refused"], (refused: Refused) => string>> = {
  "not-yours": ({ action }) => `「${commandWord(action)}」不由您来做`,
  "wrong-state": ({ action, id, signed }) =>
    action === "sign" && signed !== null
      ? `#${id} 已由${signed.by}在${signed.at}签收`
      : `现在不能「${commandWord(action)}」`,
  needs: ({ action, needs, id }) =>
    `${NEEDS[needs ?? "text"]}，例如：${COMMAND_WORDS[action].usage.replace(TAUGHT_NUMBER, String(id))}`,
  "too-long": ({ most }) => `内容太长，请不超过 ${most} 字`,
  "contact-hidden": ({ id }) => throughBot(id),
  "same-department": () => "已经在这个单位了，请写别的单位",
  "already-helps": () => "这个单位已在协办",
  "unit-gone": ({ action, id }) =>
    action === "approve"
      ? `建议的单位已撤销，请写明交给哪个单位：同意 ${id} 单位名；不同意请说：驳回 ${id} 原因`
      : `这个单位已撤销，请写现有的单位名：派单 ${id} 单位名`,
  "return-late": () => "退单要在派单后 1 个工作日内提出，已经过了；如确实不属本单位，请联系营商办转派",
  "return-twice": () => "这次派单已经申请过退单，不能再提",
  "return-final": () => "责任单位已由园区领导裁定，不能再退单；办理有困难可申请延期或挂账",
  "no-supervision": () => "没有等反馈的督办或批示，向企业说明进展请用「进展」",
  "extend-late": () => "延期要在到期前至少 1 个工作日提出，已经来不及了",
  "extend-often": () => "已经延期两次，不能再延；确有困难可申请挂账",
  "extend-back": () => "新的期限要晚于现在的期限",
  "hold-far": () => "复核日期最多在 30 个工作日之内，请写近一些的日期",
  "date-past": () => "这个日期已经过了，请写以后的日期",
  "date-far": ({ lastDay }) => `新的日期在半年以后，请少写几天，或连同年份写明日期，最晚 ${lastDay}`,
  "date-beyond": ({ action, id, lastDay }) =>
    action === "approve"
      ? `申请的日期太远，最晚只能到 ${lastDay}，不能同意，请说：驳回 ${id} 原因`
      : `这个日期太远，最晚可写 ${lastDay}`,
  "request-pending": () => "已有一个申请在等批复，批复后再提",
  "no-request": () => "没有等批复的申请",
  "leader-decides": () => "第二次退单、第二次延期和挂账由园区领导批复",
  "reopen-late": () => "办结已超过 30 天，请重新提出诉求",
  rated: () => "已经评价过了",
  "urged-today": () => "今天已经催办过，明天可以再催",
};

/** The other half: how the issue stands, who has it, and what can be done now. `why`: the first, where there is one. */
export function standingText(
  issue: {
    readonly id: number;
    readonly state: string;
    readonly unit: string | null;
    readonly can: readonly string[];
  },
  why?: string,
): string {
  const { id, state, unit, can } = issue;
  const lead = why === undefined ? "" : `${why}；`;
  return `${lead}#${id} 现在「${state}」${unit === null ? "" : `，由${unit}负责`}，可以：${can.join("、")}。`;
}

/** Above the list of what can be done. */
export function nowPossible(title: string): string {
  return `${title}　现在可以这样说`;
}

/** A name that several units have. `said`: as it was written. */
export function severalUnits(said: string, names: readonly string[]): string {
  return `${echo(said)}有几个单位：${names.join("、")}。请写全名。`;
}

/** Of the park's units, when a name is none of them. */
const UNITS_SHOWN = 12;

export function noSuchUnit(said: string, names: readonly string[]): string {
  return `没有叫${echo(said)}的单位。现有：${someOf(names, UNITS_SHOWN, "个单位")}。`;
}

/** Exactly the same for an issue that does not exist and for one that may not be seen here; so it names no number. */
export const NOT_HERE = "这里没有这个编号的诉求，请核对编号；在私聊或别的群提出的，请到那里查。";
