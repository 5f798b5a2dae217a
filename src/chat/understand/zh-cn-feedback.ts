import { anyOf } from "./any-of.ts";

/** How officials answer a 批示 or 督办. In plain text. */

const WHOSE =
  "(?:\\p{Script=Han}{1,3}(?:主任|书记|局长|区长|县长|市长|主席|总)|领导|上级|园区|营商办|委领导|这个|那个|该|此)?(?:同志|领导)?(?:的|那个|这个)?";
const NUMBER = "(?:[〔\\[(【]?\\s*(?<year>20\\d{2})?\\s*年?\\s*[〕\\])】]?\\s*第?(?<number>\\d{1,4})\\s*号)?";
const NAMED = `${WHOSE}(?<kind>批示|督办)(?:的?(?:[那这](?:个|件)?)?事(?:情|儿)?(?!项)|件|单|事项|通知|精神|要求|内容)?${NUMBER}(?:件|要求)?`;
const REPORT = "(?:的)?(?:反馈|回复|答复|落实情况|办理情况|整改情况|情况|要求)*(?:如下|是|为|报告)?";

const TO_THEM = "(?:领导|上面|上级|区里|\\p{Script=Han}{1,3}(?:主任|书记|局长|区长|主席|总))";
/** 督办那个回一下领导：…: that it is reported, and to whom. */
const SENT = `(?:(?:的|[那这](?:个|件|条))?(?:我们?|先|就|请|帮|现在)*(?:给|向|跟)?${TO_THEM}?(?:反馈|回复?|答复?|汇报|报告?|说)(?:一?[下声句]|个话)*(?:给|跟|向)?${TO_THEM}?(?:说|讲)?(?=\\s*[:：,，]))?`;

/** 批示1号：…, 对赵主任的批示反馈如下：…, 反馈一下领导批示，…: what stands before the feedback itself. */
const BEFORE = new RegExp(
  `^[\\s,，]*(?:(?:现|现在|先|我们?|这里)?(?:反馈|回复|汇报|报告)(?:一?下|一声)?(?:关于|对)?|关于|对于?|就|针对|按照?|根据)?${NAMED}${SENT}${REPORT}[\\s:：,，。、]*`,
  "u",
);
/** 3号的批示，…: with the number of the issue first. */
const ISSUE_FIRST = /^\s*#?\d{1,6}\s*号?(?:件|那个|这个)?(?:的|那个)?\s*(?=\p{Script=Han}{0,6}(?:批示|督办))/u;

/** 反馈赵主任：…, 给赵主任汇报一下：…: to whoever has pressed. */
const REPORTS_TO =
  /^[\s,，]*(?:#?\d{1,6}\s*号?(?:那个|的)?\s*)?(?:请|麻烦|帮我|我)?(?:(?:反馈|回复?|汇报|报告|答复)(?:一?下)?(?:给)?(?:领导|\p{Script=Han}{1,3}(?:主任|书记|局长|区长|主席|总))|(?:给|向|跟)(?:领导|\p{Script=Han}{1,3}(?:主任|书记|局长|区长|主席|总))(?:反馈|回复?|汇报|报告|答复|说)(?:一?[下声句])?)[\s:：,，]+(?=\S{2})/u;

/** It is not answered, but seen, asked for or waited for. */
const IS_NO_ANSWER = anyOf(
  "^.{0,8}(?:批示|督办)(?:件|单)?(?:我们?|已经?|都)?(?:收到|看到|知道|知悉|收悉|下来|来|呢|什么|怎么|是谁|几号|哪)",
  "请(?:领导|主任|书记)?(?:批示|督办)|等(?:领导|上级)?批示|(?:没|未|还没)(?:有)?批示|(?:看到|收到|学习)(?:了)?(?:领导|上级)?(?:的)?(?:批示|督办)",
);

/** 督办那个回一下领导：…: what was ordered of an issue is answered by it, and of nothing else. */
export const ANSWERS_AN_ORDER =
  /^(?:督办|批示)(?:的|件|单|[那这][个件条])?[^,，。:：]{0,6}(?:回|答|报|反馈|说)[^,，。:：]{0,8}[:：,，]/u;

export interface FeedbackSaid {
  /** Null: it is said to whom, and not of what. */
  readonly kind: "instruct" | "supervise" | null;
  readonly year: number | null;
  readonly number: number | null;
  /** Where what is reported begins. */
  readonly from: number;
}

/** 领导批示收到，今天下午就去农行: that it was heard, before what is done for it. */
const IS_HEARD = new RegExp(
  `^[\\s,，]*(?:#?\\d{1,6}号?的?)?${WHOSE}(?<kind>批示|督办)(?:件|单)?(?:我们?|都|已(?:经)?)?(?:收到|看到|知悉|收悉)了?[\\s,，。!！:：]+(?=\\S{6})`,
  "u",
);

/** What is answered, and where the answer begins; null: none is. */
export function feedbackIn(plain: string): FeedbackSaid | null {
  const heard = IS_HEARD.exec(plain);
  if (heard !== null)
    return {
      kind: heard.groups?.["kind"] === "批示" ? "instruct" : "supervise",
      year: null,
      number: null,
      from: heard[0].length,
    };
  if (IS_NO_ANSWER.test(plain)) return null;
  const ahead = ISSUE_FIRST.exec(plain)?.[0].length ?? 0;
  const match = BEFORE.exec(plain.slice(ahead));
  const groups = match?.groups;
  if (match === null || groups === undefined) return null;
  const { kind, year, number } = groups;
  return {
    kind: kind === "批示" ? "instruct" : "supervise",
    year: year === undefined ? null : Number(year),
    number: number === undefined ? null : Number(number),
    from: ahead + match[0].length,
  };
}

/** The same of what is reported to somebody. */
export function reportIn(plain: string): FeedbackSaid | null {
  const said = REPORTS_TO.exec(plain);
  return said === null ? null : { kind: null, year: null, number: null, from: said[0].length };
}
