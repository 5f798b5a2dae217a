import { withoutEnd, withoutLead } from "./zh-cn-pieces.ts";

/** Several matters of which each has its number: 1、路灯坏了 2、宿舍停水. */

const HAN = "一二三四五六七八九";
/** 1、 （2） 三、 第四，: before a matter. */
const MARK = new RegExp(
  `(?:^|(?<=[\\s,，。;；:：!！)）\\p{Script=Han}a-z]))(?:([1-9])\\s*(?:[、．)）]|\\.(?!\\d))|[（(]\\s*([1-9${HAN}])\\s*[)）]|([${HAN}])、|第([${HAN}])(?:个|件|点|条|是)?[,，、:：])\\s*(?=\\S)`,
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

/** The matters of a text that is nothing but a list of them; null: it is none. */
export function listedIn(text: string): Listed | null {
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

function numberOf([, digit, bracketed, han, place]: RegExpExecArray): number {
  const said = digit ?? bracketed ?? han ?? place ?? "";
  return /\d/u.test(said) ? Number(said) : HAN.indexOf(said) + 1;
}
