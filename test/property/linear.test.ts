import { describe, expect, it } from "vitest";
import { toStored } from "../../src/chat/to-stored.ts";
import { understand } from "../../src/chat/understand/understand.ts";
import { isDanger } from "../../src/chat/understand/zh-cn-danger.ts";
import { parseWithWishes, readWishes } from "../../src/chat/understand/zh-cn-wishes.ts";
import { titleOf } from "../../src/domain/zh-cn-title.ts";
import { readLines } from "../../src/features/theme-day/capture.ts";
import { cleanText, escapeText, maskPhones } from "../../src/messages/escape.ts";
import { hideContacts, maskPeople } from "../../src/messages/zh-cn/names.ts";
import { codeForLog, deliveryOf, saysLater } from "../../src/platforms/answer.ts";
import { parseMessage } from "../../src/platforms/dingtalk/parse.ts";
import { withoutMentions } from "../../src/platforms/mention.ts";
import { parseCallback } from "../../src/platforms/wecom/parse.ts";
import { COMMANDS } from "../support/commands.ts";
import { PARK } from "../support/domain.ts";
import { own, situationIn } from "../support/talk.ts";

/** What repeats of these have led backtracking and joining into. */
const UNITS = [
  '\\"',
  '"\\',
  '"',
  " ",
  "\u3000",
  "\n",
  "1月",
  "12.",
  "@茶叙 ",
  "停@茶叙 ",
  "@茶叙进度",
  "@张三 ",
  "@Cha ",
  "@",
  "1",
  "#",
  "{",
  "[1,",
  "，",
  "a",
  "key=",
  "http://",
  "ﷺ",
  "<@",
  "❤️",
  "需要",
  "保密，",
  "联系人张",
  "请找老周",
  "138-",
  "2026-11-25 ",
];

const CONTEXT = {
  botName: "茶叙",
  now: new Date("2026-11-16T01:00:00Z"),
  trustedOrigins: ["https://oapi.dingtalk.com"],
};
const SAID = { msgid: "m", chattype: "single", from: { userid: "u" }, msgtype: "text" };
const PAYLOAD = { msgId: "m", conversationType: "1", senderStaffId: "1", msgtype: "text" };
const dingtalk = (payload: object) => parseMessage(Buffer.from(JSON.stringify({ ...PAYLOAD, ...payload })), CONTEXT);
/** Of a company and of an official, with issues, and with something asked. */
const ISSUES = [own(1, "answered", "三车间昨晚停电"), own(12, "in_progress", "厂门口路灯坏了")];
const SITUATIONS = [
  situationIn({ who: "officer", issues: ISSUES }),
  situationIn({
    who: "liaison",
    issues: ISSUES,
    pending: { ask: "need", what: "reason", step: { do: "unsolved", n: 1 } },
  }),
];
const wecom = (callback: object) => parseCallback(JSON.stringify({ ...SAID, ...callback }), "n", "茶叙");

/** Everything that reads a text before the limit of 2,000 characters stands in front of it, and what covers a text. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  "WeCom: what is no JSON": (text) => parseCallback(`"${text}`, "n", "茶叙"),
  "WeCom: JSON that breaks off": (text) => parseCallback(`{"a":"${text}`, "n", "茶叙"),
  "WeCom: a text": (content) => wecom({ text: { content } }),
  "WeCom: a quotation": (content) => wecom({ text: { content: "x" }, quote: { msgtype: "text", text: { content } } }),
  "WeCom: an id": (msgid) => wecom({ msgid, text: { content: "x" } }),
  "the mentions": (text) =>
    [text, `@张三${text}`, `@张三 ${text}进度`].map((one) =>
      withoutMentions(one, { names: ["Cha Xu", "茶叙"], mentioned: true }),
    ),
  "DingTalk: what is no JSON": (text) => parseMessage(Buffer.from(`{"a":"${text}`), CONTEXT),
  "DingTalk: a text": (content) => dingtalk({ text: { content } }),
  "DingTalk: a rich text": (text) => dingtalk({ content: { richText: [{ text }, { text: `@${text}` }] } }),
  "DingTalk: a rich text in many pieces": (text) =>
    dingtalk({ content: { richText: (text.match(/..?.?/gsu) ?? []).map((one) => ({ text: `@${one}` })) } }),
  "DingTalk: a quotation": (content) => dingtalk({ text: { content: "x", isReplyMsg: true, repliedMsg: { content } } }),
  "the bounds": (text) =>
    toStored({
      platform: "dingtalk",
      messageId: "m",
      chat: { kind: "direct" },
      sender: { id: text, name: text },
      text,
      pictures: 0,
      quote: { text, key: text },
    }),
  "cleaning, escaping and masking": (text) => [cleanText(text), escapeText(text), maskPhones(text)],
  "the wishes": (text) => readWishes(text, () => false),
  "a command": (text) => [text, `#${text}`, `诉求${text}`].map((one) => parseWithWishes(one, COMMANDS, {})),
  // Up to the limit of 2,000 characters.
  "what is understood": (text) => SITUATIONS.map((situation) => understand(text.slice(0, text.length / 20), situation)),
  "the covering of people and numbers": (text) => hideContacts(maskPeople(text, ["周长友", "吴晓燕"])),
  "a title": (text) => titleOf(text),
  "danger to life": (text) => isDanger(text),
  "a platform's code": (text) => [
    codeForLog({ errcode: text }),
    codeForLog({ errcode: 88, errmsg: text, sub_code: text }),
  ],
  "a platform's answer": (text) =>
    [{ errcode: text, errmsg: text }, { message: text }, { errcode: 88, errmsg: `[subcode=${text}` }].map((body) =>
      deliveryOf({ kind: "answer", status: 400, body }, (code, said) => (saysLater(code, said) ? "later" : "unsure")),
    ),
  "a pasted list": (text) => readLines(`中塑科技：${text}\n停${text}电`, PARK.directory),
};

/** Of this process: what others do meanwhile takes time and is not the job's. */
function milliseconds(job: () => unknown): number {
  const began = process.cpuUsage();
  job();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

describe("a long hostile text", () => {
  it.each(Object.entries(READERS))("takes linear time in %s", (_name, read) => {
    for (const unit of UNITS) {
      const repeated = (characters: number) => unit.repeat(Math.ceil(characters / unit.length));
      let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      // Linear is 8 times, quadratic 64 times. The best of some tries, because a busy machine makes single ones slow.
      for (let tries = 0; tries < 8 && !(long < 24 * Math.max(short, 2)); tries++) {
        short = Math.min(
          short,
          milliseconds(() => read(repeated(5_000))),
        );
        long = Math.min(
          long,
          milliseconds(() => read(repeated(40_000))),
        );
      }
      expect([unit, long < 24 * Math.max(short, 2)], `${short} ms, then ${long} ms`).toEqual([unit, true]);
    }
  });
});
