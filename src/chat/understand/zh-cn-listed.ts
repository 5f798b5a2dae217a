import { placeNumber } from "./zh-cn-numbers.ts";
import { withoutEnd, withoutLead } from "./zh-cn-pieces.ts";

/** Several matters of which each has its number, or that are counted: 1、路灯坏了 2、宿舍停水; 两个事，一个是…. */

const HAN = "一二三四五六七八九";
const CIRCLED = "①②③④⑤⑥⑦⑧⑨";
/** 1、 （2） 三、 第四，: before a matter. */
const MARK = new RegExp(
  `(?:^|(?<=[\\s,，。;；:：!！)）\\p{Script=Han}a-z]))(?:([1-9])\\s*(?:[、．)）]|\\.(?!\\d))|[（(]\\s*([1-9${HAN}])\\s*[)）]|([${HAN}])、|第([${HAN}])(?:个|件|点|条|是)?[,，、:：]|([${HAN}])是(?=\\p{Script=Han})|([${CIRCLED}]))\\s*(?=\\S)`,
  "giu",
);
/** 反映几个事：, 我们有两件事要反映: what leads to them, and is none. */
const HEADING =
  /^(?:反映|反应|投诉|咨询|求助|诉求|建议|意见|问题|情况|事情?|困难|需求|[有提说讲报想要跟向给请让]|一?下|几|些|[两二三四五六七八九\d]|[个件条点项类方面]|以下|如下|下面|这|那|今天|目前|现在|主要|分别|另外|我们?|我司|公司|厂里?|企业|这边|园区|领导|你们?|您|各位|大家|麻烦|好|在此|的|了|是|和|与|需|还|帮忙|协调|解决|处理|[\s,，。:：、;；!！])*$/u;
/** 紧急, 保密, #用电: wishes before the first, which are for each. */
const WISH = /^(?:紧急|复杂|保密|urgent|complex|confidential|[#＃].+)$/iu;

export interface Listed {
  /** What is wished for each of them. */
  readonly wishes: string;
  /** Whether a heading stands before them. */
  readonly headed: boolean;
  readonly matters: readonly string[];
}

/** 影响交货, 请尽快修: what goes on about the matter before it. */
export const GOES_ON_ABOUT_IT =
  /^(?:所以|因此|因为|由于|导致|造成|影响|耽误|损失|现在|目前|已经?|至今|一直|仍|还是|(?:也)?没(?:人|有人)(?:来|管|理|修|处理)|请|望|希望|麻烦|尽快|建议|要求|时间|地点|位置|地址|联系|电话|原因|具体|情况)/u;

/** The matters of a text that is nothing but a list of them; null: it is none. */
export function listedIn(text: string): Listed | null {
  return numbered(text) ?? counted(text);
}

const COUNTS = "(?:个|件|条|样|点|项)";
/** 反映两个事, 我们有几件事要反映: what leads to them says how many there are. */
const SAYS_HOW_MANY = new RegExp(
  `^([^。;；\\n]{0,12}?(几|些|[两二三四五]|[2-5])(?:${COUNTS}?(?:事情?|问题|情况|诉求|困难|需求)|${COUNTS}(?=[:：]))[^,，。:：;；\\n]{0,6}?)(?:[\\s,，:：]|(?=一${COUNTS}))`,
  "u",
);
/** 一个是…，还有一个…: before each of them. */
const EACH = new RegExp(
  `(?:^|[\\s,，。;；、]+)(?:还有|另外?|再|然后|最后|首先|先|剩下|是|的|就是)*(?:一${COUNTS}(?:事情?|问题)?(?:就?是|呢)?|[二三四五]是|首先|其次|另外|还有)(?:就?是)?[\\s,，:：…]*`,
  "u",
);

/** 反映两个事 一个是路灯坏了，还有一个宿舍停水: as many as are said, each with a word before it, or a clause each. */
function counted(text: string): Listed | null {
  const [whole, head = "", many = ""] = SAYS_HOW_MANY.exec(text) ?? [];
  if (whole === undefined || !HEADING.test(head)) return null;
  const count = "几些".includes(many) ? null : placeNumber(many);
  const behind = text.slice(whole.length);
  const split = [EACH, /[,，;；。\n]+/u, /[,，;；。\n和与及]+/u].map((by) =>
    behind
      .split(new RegExp(by.source, "gu"))
      .map((one) => withoutEnd(withoutLead(one)))
      .filter((one) => one !== ""),
  );
  const matters = split.find(
    (some) => some.length > 1 && (some.length === count || (count === null && some === split[0])),
  );
  return matters === undefined ? null : { wishes: "", headed: true, matters };
}

function numbered(text: string): Listed | null {
  const marks = [...text.matchAll(MARK)].map((match) => ({
    number: numberOf(match),
    start: match.index,
    end: match.index + match[0].length,
  }));
  // 1、2号楼停电: only what goes on counting is a list.
  const counted: (typeof marks)[number][] = [];
  for (const mark of marks) if (mark.number === counted.length + 1) counted.push(mark);
  const [first] = counted;
  if (first === undefined || counted.length < 2) return null;
  const head = text.slice(0, first.start).trim();
  const words = head.split(/[\s,，。:：、]+/u).filter((one) => one !== "");
  const wishes = takeWhile(words, (one) => WISH.test(one));
  const left = words.slice(wishes.length).join(" ");
  if (!HEADING.test(left)) return null;
  const matters = counted.map(({ end }, index) => withoutEnd(withoutLead(text.slice(end, counted[index + 1]?.start))));
  return { wishes: wishes.join(" "), headed: left !== "", matters };
}

function takeWhile(words: readonly string[], isTaken: (word: string) => boolean): readonly string[] {
  const end = words.findIndex((one) => !isTaken(one));
  return end < 0 ? words : words.slice(0, end);
}

function numberOf([, ...marks]: RegExpExecArray): number {
  const said = marks.find((one) => one !== undefined) ?? "";
  if (CIRCLED.includes(said)) return CIRCLED.indexOf(said) + 1;
  return /\d/u.test(said) ? Number(said) : HAN.indexOf(said) + 1;
}
