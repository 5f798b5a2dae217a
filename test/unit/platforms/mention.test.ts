import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMessage } from "../../../src/platforms/dingtalk/parse.ts";
import { withoutMentions } from "../../../src/platforms/mention.ts";
import { parseCallback } from "../../../src/platforms/wecom/parse.ts";
import { COMMANDS } from "../../support/commands.ts";
import { WRITTEN } from "../../support/mentions.ts";

const own = (text: string, ...names: string[]) => withoutMentions(text, { names, mentioned: false });
const inGroup = (text: string) => withoutMentions(text, { names: ["茶叙"], mentioned: true });

/** What each platform's parser makes of a text written in a group. */
const READ = {
  "a WeCom text": (content: string) => wecom({ msgtype: "text", text: { content } }),
  "a WeCom mixture": (content: string) =>
    wecom({ msgtype: "mixed", mixed: { msg_item: [{ msgtype: "text", text: { content } }, { msgtype: "image" }] } }),
  "a DingTalk text": (content: string) => dingtalk({ msgtype: "text", text: { content } }),
  "a DingTalk markdown": (text: string) => dingtalk({ msgtype: "markdown", content: { title: "", text } }),
  "a DingTalk rich text in one piece": (text: string) =>
    dingtalk({ msgtype: "richText", content: { richText: [{ text }] } }),
};

function wecom(fields: object): unknown {
  const callback = { msgid: "m1", chatid: "wr1", chattype: "group", from: { userid: "zhouchangyou" }, ...fields };
  return messageOf(parseCallback(JSON.stringify(callback), "n1", "茶叙"));
}

function dingtalk(fields: object): unknown {
  const payload = { msgId: "m1", conversationType: "2", conversationId: "cid1", senderStaffId: "1", ...fields };
  const context = { botName: "茶叙", now: new Date("2026-08-01T02:00:00Z"), trustedOrigins: [] };
  return messageOf(parseMessage(Buffer.from(JSON.stringify(payload)), context));
}

function messageOf(parsed: { kind: string; message?: { text: string } }): unknown {
  return parsed.message?.text ?? parsed;
}

describe("a text in a group", () => {
  it.each(WRITTEN)("%j is understood as %j", (written, understood) => {
    expect(inGroup(written)).toBe(understood);
    for (const [kind, read] of Object.entries(READ)) expect([kind, read(written)]).toEqual([kind, understood.trim()]);
  });

  it.each<[string[], string]>([
    [["@王五", "@茶叙", "诉求 三车间停水"], "诉求 三车间停水"],
    [["@茶叙", "@王五", "诉求 三车间停水"], "诉求 三车间停水"],
    [["@Wang Wu", "＠茶叙", "诉求", " 三车间停水"], "诉求 三车间停水"],
    [["@茶叙诉求 三车间停水"], "诉求 三车间停水"],
    [["@茶叙", "诉求 三车间停水"], "诉求 三车间停水"],
    [["诉求 三车间停水", "@茶叙"], "诉求 三车间停水"],
    [["签收 A3", "@茶叙", "谢谢"], "签收 A3 谢谢"],
    [["@李敏", "@茶叙", "有空帮忙看一下"], "@李敏 有空帮忙看一下"],
    [["@茶叙", "诉求 停电，", "@王五", "看一下"], "诉求 停电， @王五 看一下"],
  ])("as DingTalk rich text in the pieces %j is understood as %j", (pieces, understood) => {
    const richText = pieces.map((text) => ({ text }));
    expect(dingtalk({ msgtype: "richText", content: { richText } })).toBe(understood);
  });
});

describe("a mention of somebody else alone before a command", () => {
  it("stays in a direct chat, and where the platform says that the bot was not mentioned", () => {
    const text = { content: "@张三 进度" };
    expect(wecom({ chattype: "single", msgtype: "text", text })).toBe("@张三 进度");
    expect(dingtalk({ conversationType: "1", msgtype: "text", text })).toBe("@张三 进度");
    expect(dingtalk({ isInAtList: false, msgtype: "text", text })).toBe("@张三 进度");
    expect(dingtalk({ isInAtList: true, msgtype: "text", text })).toBe("进度");
  });
});

describe("the bot's mention", () => {
  it("is known by every command's word that is glued to it, followed by what may follow that word", () => {
    for (const { words, english, englishToo = [], glued = false } of COMMANDS) {
      for (const word of [...words, english, ...englishToo]) {
        expect(own(`@茶叙${word}`, "茶叙")).toBe(word);
        expect(own(`@茶叙${word} 12`, "茶叙")).toBe(`${word} 12`);
        const more = `${word}三车间`;
        const free = (glued && words.includes(word)) || word === "?";
        expect(own(`@茶叙${more}`, "茶叙")).toBe(free ? more : `@茶叙${more}`);
      }
    }
  });

  it.each(["@茶叙助手 待办", "@茶叙2 待办", "@茶叙_test 待办", "@茶叙-测试 待办", "@茶叙（测试） 待办", "@李四 待办"])(
    "is not %j, which stays where no mention is told of",
    (text) => {
      expect(own(text, "茶叙")).toBe(text);
    },
  );

  it("takes a mention of others before a command with it, where the platform tells of none", () => {
    expect(own("@张三 @茶叙 进度", "茶叙")).toBe("进度");
    expect(own("@张三 进度", "茶叙")).toBe("@张三 进度");
  });

  it("is known by each of its names, in any case, with spaces and with characters that mean something in patterns", () => {
    expect(own("@Cha Xu  issue stop", "Cha Xu")).toBe("issue stop");
    expect(own("@cha  xu issue", "Cha Xu")).toBe("issue");
    expect(own("@Cha issue", "Cha Xu")).toBe("@Cha issue");
    expect(own("@茶叙(测试)+ 待办", "茶叙(测试)+")).toBe("待办");
    expect(own("@茶叙 小助手 停电了 @茶叙", "茶叙", "茶叙 小助手")).toBe("停电了");
    expect(own("@茶叙 待办", "", " ")).toBe("@茶叙 待办");
    expect(own("@Cha @Cha Xu Xu hello", "Cha Xu")).toBe("hello");
  });

  it("is none in an e-mail address, for names in Latin letters", () => {
    expect(own("@chaxu mail a1@chaxu.com and 1@chaxu now", "chaxu")).toBe("mail a1@chaxu.com and 1@chaxu now");
  });

  it("alone is changed, wherever it stands among the words", () => {
    const word = fc.stringMatching(/^[a-z0-9停电诉求@.，#]{1,8}$/).filter((one) => !one.includes("@茶叙"));
    const names = fc.constantFrom("茶叙", "茶叙 小助手", "茶叙(园区)");
    const space = fc.constantFrom(" ", "  ", "\u2005", "\u3000");
    fc.assert(
      fc.property(fc.array(word), fc.array(word), names, space, (before, after, name, gap) => {
        const text = ["好", ...before, `@${name}${gap}${after.join(" ")}`].join(" ");
        expect(own(text, name)).toBe(["好", ...before, ...after].join(" "));
      }),
    );
  });
});

describe("any text", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom("@", "＠", "茶叙", "@茶叙", "@张三", "@Cha", "Cha Xu", " ", "\n", "\u2005", "，", "/", "的"),
    fc.constantFrom("诉求", "进度", "issue", "签收", "12", "#12", "8号", "有空帮忙看一下", "供电公司", "a@b.cn"),
  );
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
  const names = fc.subarray(["茶叙", "Cha Xu", "", "茶叙(测试)+"]);

  it("is taken without an error, and a second time is not changed any more", () => {
    fc.assert(
      fc.property(text, names, fc.boolean(), (written, called, mentioned) => {
        const once = withoutMentions(written, { names: called, mentioned });
        expect(withoutMentions(once, { names: called, mentioned })).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  it("stays as it is without an @, and loses nothing but its front without the bot's name", () => {
    fc.assert(
      fc.property(text, fc.boolean(), (written, mentioned) => {
        const plain = written.replace(/[@＠]/gu, "");
        expect(withoutMentions(plain, { names: ["茶叙"], mentioned })).toBe(plain);
        const nameless = written.replaceAll("茶叙", "");
        expect(nameless.endsWith(withoutMentions(nameless, { names: ["茶叙"], mentioned }))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("with a long run of spaces is taken in its stride", () => {
    const long = `@茶叙${" ".repeat(300_000)}待办${" ".repeat(300_000)}@茶叙`;
    expect(inGroup(long)).toBe("待办");
  }, 1000);
});
