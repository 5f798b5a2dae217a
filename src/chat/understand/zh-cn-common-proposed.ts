import { plainOf } from "../../domain/plain.ts";
import { figuresIn, numeralOf } from "../../domain/zh-cn-numerals.ts";
import type { Question, Way } from "./outcome.ts";
import { laterIn, leftForLater, type OfMembers, saidOfMembers } from "./zh-cn-common-members.ts";

/** What is said right behind a list of what may be common problems: 第一个可以，建一个. */

/** How those are called among what can be taken up by words. */
export const PROPOSAL = "proposal";

const FIGURE = "([一二三四五]|[1-5](?!\\d))";
/** 第一个, 建议2, 3号不是; not the 一个 of 建一个. */
const PLACE = new RegExp(
  `第\\s*${FIGURE}\\s*(?:个|条|项)?|建议\\s*${FIGURE}|^${FIGURE}\\s*(?:个|条|号)?(?=[\\s,，可行建立不好是要就])`,
  "gu",
);
const REFUSES = /不(?:是|算|用|要|建|立|行|对|好|可以|同意|成立|同|属于)|别|莫|忽略|算了|没必要/u;
const TAKES = /可以|行|好|要|对|是|同意|建|立|设|采纳|合|就/u;
/** 不是停车的事，建一个叫停车场盗窃: what it is not puts its title right, and it is made. */
const MAKES =
  /(?<!(?:不|别|莫|没必要|不用|不要|不必|不该|不能|不想|不同意|先不)(?:再|去|单独|另外|重新)?)(?:新建|[建立设开](?:立)?(?:一|1)?[个条](?!不|没|干|什么)|[建立](?:立)?(?:起来|上|吧))/u;
const REFUSES_TO_MAKE = /不(?:用|要|建|立|行|同意|成立|可以)|别|莫|忽略|算了|没必要/u;
/** 不建了，叫他们先看: somebody is called upon. */
const NO_TITLE = /^(?:他|她|人|大家|各|谁|停[,，。]|[^,，。]{1,8}(?:去|来|先|再|赶紧))/u;
const AGREES = "(?:这个?|就)?(?:可以|行|好的?|同意|对|就按这个|按这个|就这样)?";
/** 共性 不是 1: as it is taught. */
const IS_ITS_COMMAND = /^共性\s/u;
/** 可以，建吧; 就按这个建: where there is only one. */
const TAKES_ALONE = new RegExp(
  `^${AGREES}[\\s,，]*(?:就|那就|也|来)?(?:新?建|立|设)(?:立|一?个|起来)?(?:这个|共性(?:问题)?)?[吧了啊,，\\s。.!]*$`,
  "u",
);
/** 可以, with a name, a lead or members beside it. */
const AGREES_ALONE = new RegExp(`^${AGREES}[吧了啊就,，\\s。.!]*$`, "u");
/** 不用建，是两码事 */
const REFUSES_ALONE =
  /^(?:这个?|它们)?(?:(?:不用|不必|不要|别|先?不)(?:新?建|立)了?[\s,，。]*)?(?:(?:其实|都|根本)?(?:不是|不算)(?:同?一|同)(?:个|件|回|码|类)(?:事情?|问题|原因)?的?|是(?:两|几)(?:码|回|件|个)事)[吧了啊\s。.!]*$/u;
const CALLED =
  /(?:叫做?|名[字称]?(?:叫|是|为)|标题(?:是|为|叫)?)(?!不[对好合行妥]|[没太错有也])[\s:：「“"]*([^「」“”"\s,，。;；]{2,60})/u;
/** 第二个也加到停电里 */
const INTO =
  /[加放并归纳算列](?:[到进入在])(?![去来里中])([^,，。\s这那]{2,10}?)(?:的?那(?:个|边)|的)?(?:里面?|中|去){0,2}(?:吧|了|啊|哈)?[\s。.!！]*$/u;
const LONGEST = 60;

/** What can be said behind their list. */
export function waysOfProposals(places: readonly number[]): readonly Way[] {
  return places.map((place) => ({
    said: PROPOSAL,
    number: place,
    doing: { command: "common", word: "共性", number: null, rest: `新建 ${place}` },
  }));
}

/** So many are proposed at most. */
const MOST_PROPOSED = 5;

/** 第一个可以: which of a list is meant is said; 3号不是 may be of an issue. */
export function namesAProposal(text: string): boolean {
  return OF_A_LIST.test(plainOf(text));
}

const HAS_PLACE = new RegExp(PLACE.source, "u");
const OF_A_LIST = new RegExp(`第\\s*${FIGURE}\\s*(?:个|条|项)|建议\\s*${FIGURE}`, "u");

/** 第一个可以，建一个, whatever was asked: whether it may be said of a list of proposals. */
export function maySayOfProposals(text: string): boolean {
  const places = Array.from({ length: MOST_PROPOSED }, (_, index) => index + 1);
  return saidOf(text, places) !== null || saidOf(text, [1]) !== null;
}

/** 第二个不是一回事，第一个也不是: each clause of another one, as its command says it. Null: one alone, or none is meant. */
export function proposalsMeant(text: string, question: Question | null): readonly string[] | null {
  const each = text.split(/[,，。;；]/u).filter((one) => one.trim() !== "");
  const meant =
    each.length < 2
      ? []
      : each.map((one) => (namesAProposal(one) || HAS_PLACE.test(plainOf(one)) ? proposalMeant(one, question) : null));
  const said = meant.flatMap((one) => one ?? []);
  return said.length === each.length && new Set(said).size === said.length && said.length > 1 ? said : null;
}

/** As the command says it; null: none of them is meant, or several are. */
export function proposalMeant(text: string, question: Question | null): string | null {
  const places =
    question?.ask === "ways" ? question.ways.flatMap(({ said, number }) => (said === PROPOSAL ? [number] : [])) : [];
  return saidOf(text, places);
}

function saidOf(text: string, places: readonly number[]): string | null {
  const plain = plainOf(text).trim();
  if (places.length === 0 || [...plain].length > LONGEST) return null;
  const said = [...plain.matchAll(PLACE)].flatMap((match) => placeIn(match) ?? []);
  const isAlone = said.length === 0 && places.length === 1 && !IS_ITS_COMMAND.test(plain);
  const [place, ...more] = new Set(isAlone ? places : said);
  if (place === undefined || more.length > 0) return null;
  if (isAlone && REFUSES_ALONE.test(plain)) return `共性 不是 ${place}`;
  const later = laterIn(text.trim());
  const { left } = leftForLater(` ${later.join(" ")}`);
  const bare = plain
    .slice(0, plain.length - left.length)
    .replace(PLACE, "")
    .replace(CALLED, "");
  const members = saidOfMembers(bare);
  // A number of which nothing is understood is not dropped.
  if (members === null && /\d/u.test(bare.replace(/g\s*#?\d{1,6}/gu, ""))) return null;
  const beside = (members === null ? bare : members.rest.join("，")).trim();
  const isDetailed = beside !== "" && (members !== null || later.length > 0 || CALLED.test(plain));
  if (isAlone && !TAKES_ALONE.test(beside) && !(isDetailed && AGREES_ALONE.test(beside))) return null;
  const title = CALLED.exec(text.trim())?.[1];
  const called = title === undefined ? "" : ` 「${withoutMaking(title)}」`;
  const whole = [`共性 新建 ${place}${called}${members === null ? "" : withMembers(members)}`, ...later].join(" ");
  return isAlone ? whole : ofPlace(place, { beside, title, isBare: members === null, whole });
}

interface Told {
  /** What is said beside the place, its title and its members. */
  readonly beside: string;
  readonly title: string | undefined;
  /** No members are told. */
  readonly isBare: boolean;
  /** What makes one of it. */
  readonly whole: string;
}

/** What is said of the one with this place: that it is none, that it belongs to another, or that it is made. */
function ofPlace(place: number, { beside, title, isBare, whole }: Told): string | null {
  const into = INTO.exec(beside)?.[1];
  if (into !== undefined && !REFUSES.test(beside))
    return `共性 加入 ${/^g\d/u.test(into) ? into.toUpperCase() : `⟪${into}⟫`} 第${place}条`;
  if (isBare && PUTS_IN.test(beside)) return `共性 加入 第${place}条`;
  const isMade = MAKES.test(beside) || (title !== undefined && !NO_TITLE.test(title) && !REFUSES_TO_MAKE.test(beside));
  if (!isMade && REFUSES.test(beside)) return `共性 不是 ${place}`;
  return isMade || TAKES.test(beside) ? whole : null;
}

/** 叫公租房管理吧: without what ends the sentence. */
function withoutMaking(title: string): string {
  return title.replace(/(?<=[^,，]{2})(?:吧|好了|就行|就好|算了)$/u, "");
}

/** 除 #1 加 #19, behind what is made of a proposal. */
function withMembers({ except, add }: OfMembers): string {
  const list = (ids: readonly number[]) => ids.map((one) => `#${one}`).join(" ");
  return `${except.length === 0 ? "" : ` 除 ${list(except)}`}${add.length === 0 ? "" : ` 加 ${list(add)}`}`;
}

/** The same read again. */
export function membersBehind(text: string): Pick<OfMembers, "except" | "add"> & { readonly before: string } {
  const [all = "", except = "", add = ""] = /(?: 除((?: #\d{1,6})+))?(?: 加((?: #\d{1,6})+))?$/u.exec(text) ?? [];
  return { before: text.slice(0, text.length - all.length), except: figuresIn(except), add: figuresIn(add) };
}

/** 第三个加进去吧: to the one that is open. */
const PUTS_IN = /^[\s,，也就把那]*[加放并归纳算](?:到?里面?|[进入](?:去|来)|上去?)(?:吧|了|啊|哈)?[\s。.!！]*$/u;

function placeIn([, first, second, third]: RegExpExecArray): number | null {
  const figure = first ?? second ?? third ?? "";
  return /\d/u.test(figure) ? Number(figure) : numeralOf(figure);
}
