/** How people number what they raise, and how they go on to something else. */
const NUMBERED =
  /(?<!\w)[（(][1-9一二三四五][)）]|(?:^|[\s,，。;；:：!！])(?:[1-9１-９][、.．)）](?!\d)|[一二三四五][、.．]|[一二三四]是|第[一二三四](?:个|点|件|条)?[、,，:：是]|其[一二三][、,，:：是])/gu;
const BESIDES = /[,，。;；!！\n]\s*(?:另外|此外|还有一(?:个|件)|再(?:有|就是)|顺便(?:说|问|反映))/u;

/** Whether a text raises several matters, of which each may be another department's. */
export function hasSeveralMatters(text: string): boolean {
  return (text.match(NUMBERED)?.length ?? 0) > 1 || BESIDES.test(text);
}

/** Whom somebody told of it, or fell out with, is no second matter: 跟学校说过了. */
const WITH_WHOM = "(?![^,，。;；!！\\n]{0,8}(?:[说讲谈问打吵闹]|反映|商量|联系|沟通|协商|报告))";
/** What is named side by side: 转学和户口. */
const SIDE_BY_SIDE = new RegExp(`、|以及|还有|加上|外加|连同|[和跟与]${WITH_WHOM}`, "u");
const CLAUSES = /[,，。;；!！\n]/u;
/** A clause that adds to the one before it: 转学办不了，户口也迁不来. */
const ADDS = /也(?!许|是因)|同时|并且|而且/u;
/** Who writes more tells much beside the matter, which stands in the first line. */
const LETTER = 100;

/** The things that a text names beside one another, each with what is said of it; one alone where it names no second. */
export function sideBySide(text: string): readonly string[] {
  const told = text.length > LETTER ? (text.trimStart().split("\n", 1)[0] ?? "") : text;
  const clauses = told
    .split(CLAUSES)
    .filter((clause, index) => index === 0 || SIDE_BY_SIDE.test(clause) || ADDS.test(clause));
  return clauses.flatMap((clause) => clause.split(SIDE_BY_SIDE)).filter((part) => part.trim() !== "");
}

const ONE_MORE = /[,，。;；!！\n]\s*(?:还有|另外|此外|再(?:有|就是))/u;
/** What is shorter only leads to it: 领导好，还有…. */
const SHORTEST_MATTER = 5;

/** What is told before something that is said to be one more: 后墙裂了，还有班车太少. Null: nothing is. */
export function toldBeforeMore(text: string): string | null {
  const at = text.search(ONE_MORE);
  return at >= SHORTEST_MATTER ? text.slice(0, at) : null;
}
