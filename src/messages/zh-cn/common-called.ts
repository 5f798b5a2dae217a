import { echo } from "../escape.ts";
import { type Saying, taught } from "../saying.ts";
import { USAGE } from "./common.ts";

/** What is said where common problems, or issues for one, are called by words, or are not understood. */

export const noneCalled = (called: string): Saying =>
  taught(`没有说到${echo(called)}的共性问题。`, "要看有哪些，请发：共性");

export const noIssuesCalled = (called: string, found: number): Saying =>
  taught(
    found === 0 ? `没有找到说到${echo(called)}的、办理中的诉求。` : `说到${echo(called)}、可以纳入的诉求只有 1 件。`,
    `也可写编号：${USAGE}`,
  );
export const makeThese = (title: string, reach: string) => `${makesOf(title)}${reach}`;
export const nearThese = (id: number) => `还有也说到的，没有算在内；要一起的请回复编号，例如：${id} 也加上`;
export const addThese = (name: string) => `加入 ${name} 吗？`;
export const addByNumber = (id: number) => `不全是这些的，请写编号，例如：共性 加入 G${id} 12`;
export const ONLY_BY_NUMBER = "。保密的、投诉人员的不自动纳入，确需纳入请写编号";
export const OTHERS_BY_NUMBER = "不全是这些的，请写编号，例如：共性 新建 标题 12 15";

export const nothingToAnswerOf = (whom: string, name: string) =>
  `${whom}在 ${name} 里没有可以答复的诉求，没有发出答复。`;

export const sayAgain = (left: string) => `${echo(left)}还没有办，请在建好后再发一次。`;

/** `may`: the steps that this person may take. */
export function notUnderstood(text: string, may: ReadonlySet<string>): Saying {
  const more = [...EXAMPLES].flatMap(([step, example]) => (may.has(step) ? [example] : []));
  return taught(
    `没有看懂${echo(text.replace(/[⟪⟫]/gu, ""))}。`,
    `可以说：${["共性 3", ...more.slice(0, MOST_EXAMPLES)].join("；")}`,
  );
}

const MOST_EXAMPLES = 3;
const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ["create", USAGE],
  ["add", "共性 加入 G3 12"],
  ["measure", "共性 措施 G3 …"],
  ["progress", "共性 进展 G3 …"],
  ["finish", "共性 办结 G3"],
  ["urge", "共性 催办 G3"],
]);

/** 进展 G2 已签承诺书, as it is asked whether that is meant; null: it is asked like any other command. */
export function offerOf(said: string): { readonly title: string; readonly text: string } | null {
  const [, title, numbers] = /^新建 「([^」]*)」 ([#\d\s]+)$/u.exec(said) ?? [];
  if (title !== undefined && numbers !== undefined)
    return { title: makesOf(title), text: numbers.replace(/\s+/gu, "、") };
  const [, moved, to, these = ""] = /^(加入|移出) (G\d+) ([#\d\s]+)$/u.exec(said) ?? [];
  if (moved !== undefined)
    return { title: `${to} ${moved}这些吗？`, text: `#${these.replace(/#/gu, "").trim().replace(/\s+/gu, "、#")}` };
  const [, step, common = "", text = ""] = /^(措施|进展|时限|催办|办结) (G\d+) (.+)$/su.exec(said) ?? [];
  if (step === undefined) return null;
  if (step === "办结") return { title: `办结 ${common} 吗？`, text };
  return { title: step === "催办" ? asksToUrge(common) : `记为 ${common} 的${step}吗？`, text };
}

export const asksToUrge = (name: string) => `催办 ${name} 吗？`;
const makesOf = (title: string) => `新建共性问题「${title}」吗？`;
