import { narrow } from "../../domain/plain.ts";

/** The small turns of speech around what a command needs. */

/** 代 企业名 诉求 …: for which company, and what is raised; null when it is not said so. */
export function issueForCompany(text: string): { readonly company: string; readonly issue: string } | null {
  const match = /^(.{1,300}?)[\s,，:：]{0,8}(?:提?诉求|訴求|提?反映|(?<=\s)issue(?=\s))[\s,，:：]*([\s\S]*)$/iu.exec(
    text,
  );
  return match === null ? null : { company: match[1]?.trim() ?? "", issue: match[2]?.trim() ?? "" };
}

/** 我是中塑科技的, 我是中塑科技公司的: the name alone. */
export function companySaid(text: string): string {
  return text.replace(/(?:的|公司的)$/u, "");
}

/** 给供电公司, 到经发局: the name behind the preposition; null when there is none. */
export function behindPreposition(name: string): string | null {
  return /^[给到至由]./u.test(name) ? name.slice(1) : null;
}

/** Whether 批示 was said, which is the same command as 督办. */
export function isInstruction(word: string): boolean {
  return word === "批示";
}

/** Whether a progress tells of what comes next, and may promise a day. */
export function tellsWhatIsNext(text: string): boolean {
  return /下次|下一次|预计/u.test(text);
}

/** 5分 很快: a mark at the start, and what is said of it. */
export function leadingMark(text: string): { readonly mark: number; readonly rest: string } | null {
  const match = /^([1-5])(?:\s*[分星]|(?=$|[\s,;:!。、]))[\s,;:!。、]*/u.exec(narrow(text));
  return match === null ? null : { mark: Number(match[1]), rest: text.slice(match[0].length) };
}

/** 3天 由李四代: how long, and who stands in; null unless both are said. */
export function leaveSaid(text: string): { readonly long: string; readonly substitute: string } | null {
  const match =
    /^([\s\S]*?)[\s,，]*(?:由|请)\s*([^\s,，。]{1,20}?)\s*(?:代|代办|代理|负责|替)(?:理|班|我)?[\s,，。!！]*$/u.exec(
      text,
    );
  const [, long = "", substitute = ""] =
    match ?? ASKED_INSTEAD.exec(text) ?? HANDED_OVER.exec(text) ?? NAME_STANDS_IN.exec(text) ?? [];
  return long.trim() === "" ? null : { long, substitute };
}

/** 下周一到周三我出差，有事找魏强 */
const ASKED_INSTEAD =
  /^([\s\S]*?)[\s,，。]+(?:有事|事情|单子|工作)(?:都|就|先)?(?:找|联系|问)\s*([^\s,，。]{1,20}?)[\s,，。!！]*$/u;

/** 明天起休假三天，事情交给王建国; …，8号的事让汤永红代一下 */
const HANDED_OVER =
  /^([\s\S]*?)[\s,，。]+[^,，。]{0,10}?(?:交给|托给|委托|转给|移交给?|让|托|找)\s*([^\s,，。]{2,4}?)(?:同志)?(?:来)?(?:代|替|顶|盯|负责|处理|办|跟)?(?:理|办|班|我|一?下|着)?[\s,，。!！]*$/u;

/** 两天，刘洋代: nothing but a name before the word. */
const NAME_STANDS_IN =
  /^([\s\S]*?)[\s,，。]+(\p{Script=Han}{2,4}?)(?:来|帮我|给我|先)?(?:代|替|顶)(?:理|办|班|我|一?下)?[\s,，。!！]*$/u;

/** 到 7, 并入 7: what stands behind the word that leads from one issue into another. */
export function behindInto(text: string): string {
  return text.replace(/^(?:并?入|并?到|至|进|和|与|into|to)\s*(?=[#＃\d０-９])/iu, "");
}

/** 第2页 behind a command that answers with a list: the part of it that is wanted. */
const PAGE = /(?:^|\s)(?:第\s*(\d{1,4})\s*页|page\s*(\d{1,4}))\s*$/iu;

/** What stands before the page, and its number: 1 when none is named. */
export function pageIn(text: string): { readonly rest: string; readonly page: number } {
  const match = PAGE.exec(narrow(text));
  if (match === null) return { rest: text, page: 1 };
  return { rest: text.slice(0, match.index).trim(), page: Math.max(1, Number(match[1] ?? match[2])) };
}

/** 帮助 全部, 帮助 更多. */
export function isAll(text: string): boolean {
  return /^(?:全部|全|更多|所有|all|more)/iu.test(text.trim());
}
