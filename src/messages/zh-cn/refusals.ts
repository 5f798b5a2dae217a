import type { Refusal } from "../../domain/issue/decision.ts";
import type { RequestKind } from "../../domain/issue/issue.ts";
import type { Doable } from "../../domain/issue/lifecycle.ts";
import { echo } from "../escape.ts";
import { both, type Saying, taught } from "../saying.ts";
import { COMMAND_WORDS, commandOf, commandWord } from "./commands.ts";
import { ratherCommon } from "./common.ts";
import { throughBot } from "./issues.ts";
import { REQUEST_WORDS } from "./terms.ts";

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
  /** Whether the company was asked for something, and has not told it yet. */
  readonly waits: boolean;
  /** What the refusal itself names; null where it names nothing of the kind. */
  readonly at: string | null;
  readonly day: string | null;
  readonly by: string | null;
  readonly other: number | null;
  readonly rating: number | null;
  readonly request: RequestKind | null;
}

type Needed = Extract<Refusal, { refused: "needs" }>["what"];

const NEEDS: Readonly<Record<Needed, string>> = {
  text: "请写明内容或原因",
  department: "请写明单位名",
  date: "请写明日期或天数",
  rating: "请打 1 到 5 分",
  issue: "请写明并入哪一件",
};

/** What leads from a move that is not made to the one that is likelier meant: said where that one can be made now. */
export const RATHER: Partial<Readonly<Record<Doable, string>>> = {
  dispatch: "不属本单位职责的，请申请退单",
  merge: "要补充到原来那件的，请用「补充」",
  unsolved: "问题仍未解决的，可以重开",
  extend: "办理确有困难的，可申请挂账",
  return: "办理确有困难的，可申请延期",
  feedback: "向企业说明情况的，请用「进展」",
};

const wordOf = (action: Doable) => commandWord(commandOf(action));

/** The number that stands in every command as it is taught. An example that can be sent as it stands must not act on that one. */
const TAUGHT_NUMBER = "12";

/** What nobody else may say for it. */
const OF_THE_COMPANY: ReadonlySet<Doable> = new Set<Doable>(["solved", "accept", "unsolved"]);

/** What a department does once the company has told what it was asked for. */
const AFTER_THE_DETAILS: ReadonlySet<Doable> = new Set<Doable>([
  "answer",
  "progress",
  "measure",
  "extend",
  "hold",
  "ask",
]);

/** Why a move is not made: the first half of a sentence. */
export const REFUSALS: Readonly<Record<Refusal["refused"], (refused: Refused) => Saying>> = {
  "not-yours": ({ action }) =>
    OF_THE_COMPANY.has(action) ? "是否解决由提出诉求的企业确认" : `您没有「${wordOf(action)}」权限`,
  "wrong-state": ({ action, id, signed, waits }) => {
    if (action === "sign" && signed !== null) return `#${id} 已由${signed.by}在${signed.at}签收`;
    if (waits && AFTER_THE_DETAILS.has(action))
      return taught(
        `已请企业补充，企业补充后才能「${wordOf(action)}」，可电话提醒企业`,
        `发「${commandWord("supplement")} ${id} …」`,
      );
    return `现在不能「${wordOf(action)}」`;
  },
  needs: ({ action, needs, id }) =>
    taught(
      NEEDS[needs ?? "text"],
      `，例如：${COMMAND_WORDS[commandOf(action)].usage.replace(TAUGHT_NUMBER, String(id))}`,
    ),
  "too-long": ({ most }) => `内容太长，请不超过 ${most} 字`,
  "contact-hidden": ({ id }) => throughBot(id),
  "same-department": ({ action }) =>
    action === "return" ? "不能退给本单位，请写应由哪个单位负责" : "已由该单位负责，请写其他单位",
  "already-helps": () => "该单位已在协办",
  "unit-gone": ({ action, id }) =>
    action === "approve"
      ? {
          text: `建议的单位已撤销，请写明交给哪个单位：同意 ${id} 单位名；不同意请发：驳回 ${id} 原因`,
          onPage: "建议的单位已撤销，请在意见中写明交给哪个单位，或驳回",
        }
      : taught("该单位已撤销，请写现有的单位名", `：派单 ${id} 单位名`),
  "return-late": () => "退单应在派单后 1 个工作日内提出，现已超过时限；确不属本单位职责的，请联系营商办转派",
  "return-twice": () => "本次派单已申请过退单，不能再次申请",
  "return-final": () => "责任单位已由园区领导裁定，不能再退单",
  "no-supervision": () => "没有待反馈的督办或批示",
  "extend-late": ({ at }) => `延期应在到期前至少 1 个工作日提出，最晚 ${at}，现已超过时限`,
  "extend-overdue": ({ at }) => `延期应在到期前至少 1 个工作日提出，最晚应早于期限 ${at}，现已超过时限`,
  "extend-never": () => "延期应在到期前至少 1 个工作日提出，这一件的期限不足 1 个工作日，不能延期",
  "extend-often": () => "已延期两次，不能再次延期",
  "extend-back": ({ at, action, id }) =>
    action === "approve"
      ? onlyRefused(`现在的期限 ${at} 已不早于申请的日期，无需延期`, id)
      : `新的期限应晚于现在的期限 ${at}`,
  "hold-far": ({ day }) => `复核日期最多在 30 个工作日之内，最晚可写 ${day}`,
  "date-past": () => "该日期已过，请写以后的日期",
  "date-far": ({ lastDay }) => `新的日期在半年以后，请少写几天，或连同年份写明日期，最晚 ${lastDay}`,
  "date-beyond": ({ action, id, lastDay }) =>
    action === "approve"
      ? onlyRefused(`申请的日期太远，最晚只能到 ${lastDay}，不能同意`, id)
      : `日期太远，最晚可写 ${lastDay}`,
  "request-pending": ({ request, action, id }) =>
    action === "return" && request === "return"
      ? {
          text: `退单申请正在等待批复，补写建议单位请发：退单 ${id} 单位名`,
          onPage: "退单申请正在等待批复，可在退单中补写建议单位",
        }
      : `${request === null ? "" : REQUEST_WORDS[request]}申请正在等待批复，批复后再提`,
  "no-request": () => "没有待批复的申请",
  "leader-decides": () => "第二次退单、第二次延期和挂账由园区领导批复",
  "reopen-late": () => "办结已超过 30 天，请重新提出诉求",
  rated: ({ rating }) => `已评价过，为 ${rating} 分，每次办结评价一次`,
  "not-answerer": ({ by }) => `答复由${by ?? "答复人"}本人或单位负责人更正`,
  "restore-late": () => "撤回已超过 1 个工作日，不能恢复，请重新提出诉求",
  "restore-voided": () => "这一件已由营商办作废，不能恢复，有疑问请联系营商办",
  "joined-before": () => "贵企业已登记过同感，每家只计一次",
  "merge-itself": () => "不能并入自己，请写另一件的编号",
  "merge-company": ({ id, other }) =>
    both(`#${id} 和 #${other} 不是同一家企业的诉求，不能合并`, ratherCommon(id, other ?? 0)),
  "merge-confidential": () => "保密件只能并入同一人提出的保密件",
  "merge-unvouched": ({ id, other }) =>
    `#${other} 由扫码填报、联络人尚未核实，企业还看不到；请先核实，或改为把 #${other} 并入 #${id}`,
  "merge-over": ({ other }) => `#${other} 已不在办理中，不能并入`,
  "urged-today": () => "今天已催办过，明天可再次催办",
};

/** Where nothing is left but to refuse what was asked for. */
function onlyRefused(why: string, id: number): Saying {
  return { text: `${why}，请发：驳回 ${id} 原因`, onPage: `${why}，请驳回` };
}

export function withRather(why: Saying, rather: string): Saying {
  return both(why, `；${rather}`);
}

/** The other half: how the issue stands, who has it, and what can be done now. `why`: the first, where there is one. */
export function standingText(
  issue: {
    readonly id: number;
    readonly state: string;
    readonly unit: string | null;
    readonly can: readonly string[];
  },
  why?: Saying,
): Saying {
  const lead = why === undefined ? "" : both(why, "；");
  return both(both(lead, taught(standsText(issue), `，可以：${issue.can.join("、")}`)), "。");
}

/** #12 现在「办理中」，由供电公司 王建国负责: how an issue stands, and who has it. */
export function standsText({
  id,
  state,
  unit,
}: {
  readonly id: number;
  readonly state: string;
  readonly unit: string | null;
}): string {
  return `#${id} 现在「${state}」${unit === null ? "" : `，由${unit}负责`}`;
}

/** Above the list of what can be done. */
export function nowPossible(title: string): string {
  return `${title}　现在可以这样说`;
}

/** A name that several units have. `said`: as it was written. */
export function severalUnits(said: string, names: readonly string[]): string {
  return `${echo(said)}有几个单位：${names.join("、")}。请写全名。`;
}

/** Another day for a measure, where none was written. */
export function noMeasureYet(id: number): string {
  return `#${id} 还没有措施，没有可改的日期；请写明内容，例如：措施 ${id} 更换水泵 12月5日前。`;
}

/** All of the park's units: whoever does not know a name has to see it. */
export function noSuchUnit(said: string, names: readonly string[]): string {
  return `没有叫${echo(said)}的单位。现有：${names.join("、")}。`;
}

/** A place among suggestions that there is not. `unit`: who has the issue; `suggestions`: as they are numbered. */
export function noSuchSuggestion(
  said: string,
  { id, unit, suggestions }: { readonly id: number; readonly unit: string | null; readonly suggestions: string | null },
): string {
  if (unit !== null) return `#${id} 已由${unit}负责，改派请写单位名：转派 ${id} 单位名`;
  return suggestions === null
    ? `#${id} 没有建议单位，请写单位名：派单 ${id} 单位名`
    : `没有第 ${said} 个建议，现有：${suggestions}；也可写单位名：派单 ${id} 单位名`;
}

/** The number of the issue into which another one is merged. */
export function sayMergeInto(id: number): Saying {
  return taught(`请写明 #${id} 并入哪一件`, `，例如：合并 ${id} 7`);
}

/** Exactly the same for an issue that does not exist and for one that may not be seen here; so it names no number. */
export const NOT_HERE: Saying = {
  text: "这里没有这个编号的诉求，请核对编号；在私聊或其他群提出的，请到原处查询。",
  onPage: "没有这个编号的诉求，或不能查看，请核对编号。",
};
