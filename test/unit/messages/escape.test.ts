import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, echo, escapeText, maskPhones } from "../../../src/messages/escape.ts";

describe("people's text, cleaned", () => {
  it.each([
    ["NUL and controls", "停\u0000电\u0007\u001B[31m\u0090", "停电[31m"],
    ["zero width and direction marks", "停\u200B电\u200D\u202E两\uFEFF次\u2066\u00AD", "停电两次"],
    ["tag characters", "停电\u{E0041}\u{E007F}", "停电"],
    ["halves of characters", "停\uD83D电\uDE00 \u{1F600}", "停电 \u{1F600}"],
    ["halves that would join once a mark between them is gone", "\uD83D\u200B\uDE00", ""],
    ["every kind of line break", "a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"],
    ["a tab", "a\tb", "a b"],
  ])("loses %s", (_what, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it("keeps Chinese, emoji and full-width marks", () => {
    const text = "三车间“昨晚”停电２次，影响交货！❤️👍🏽\n请处理";
    expect(cleanText(text)).toBe(text);
  });
});

describe("people's text, escaped", () => {
  it.each([
    ["<@zhangsan> 看一下", "＜＠zhangsan＞ 看一下"],
    ["@all @所有人 @13812345678", "＠all ＠所有人 ＠13812345678"],
    ["\u200B@\u200Ball", "＠all"],
    ['<font color="warning">红</font>', '＜font color="warning"＞红＜/font＞'],
    ["&#64;all &lt;", "＆#64;all ＆lt;"],
    ["[点我](https://evil.example/a)", "［点我］(https：／/evil．example/a)"],
    ["[x](dtmd://dingtalkclient/sendMessage)", "［x］(dtmd：／/dingtalkclient/sendMessage)"],
    ["dtmd:x mailto:a@b.cn", "dtmd：x mailto：a＠b．cn"],
    ["www.1688.com", "www．1688．com"],
    ["WWW.1688", "WWW．1688"],
    ["//evil.example 例子.com 例子.中国", "／/evil．example 例子．com 例子．中国"],
    ["# 标题", "＃ 标题"],
    ["##标题", "＃＃标题"],
    ["> 引用", "＞ 引用"],
    ["- 项\n+ 项\n* 项\n1. 项\n2) 项", "－ 项\n＋ 项\n＊ 项\n1． 项\n2） 项"],
    ["标题\n---\n标题\n===", "标题\n－--\n标题\n＝＝＝"],
    ["    code", "　　code"],
    ["`a` **b** _c_ ~~d~~ |e|", "｀a｀ ＊＊b＊＊ ＿c＿ ～～d～～ ｜e｜"],
    ["停电\\", "停电＼"],
  ])("%j becomes %j", (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });

  it.each([
    "#12 三车间停电",
    "时间 10:30-12:00，电压 3.5 千伏，-10 度",
    "2026-11-23 (周一) 签收 12",
    "责任单位：供电公司；1.停电 2.跳闸",
    "a+b=c 100%",
    "wrkSF_fC-gAA_01",
  ])("%j stays as it is", (text) => {
    expect(escapeText(text)).toBe(text);
  });
});

describe("telephone numbers", () => {
  it.each([
    ["电话13812345678，急", "电话138****5678，急"],
    ["138 1234 5678", "138****5678"],
    ["138-1234-5678", "138****5678"],
    ["138 12 34 56 78", "138****5678"],
    ["1 3 8 1 2 3 4 5 6 7 8", "138****5678"],
    ["+86 13812345678", "+86 138****5678"],
    ["8613812345678", "86138****5678"],
    ["１３８１２３４５６７８", "138****5678"],
    ["微信wx13812345678或19912345678", "微信wx138****5678或199****5678"],
    ["13812345678 元旦前联系", "138****5678 元旦前联系"],
    ["2026-11-23 13812345678", "2026-11-23 138****5678"],
    ["0746-8888888", "0746-****888"],
    ["(0746)8888888", "(0746)****888"],
    ["0746 888 8888", "0746 ****888"],
    ["07468888888", "0746****888"],
    ["010-62345678转12", "010-****5678转12"],
    ["座机：8412345", "座机：****345"],
  ])("%j becomes %j", (text, masked) => {
    expect(maskPhones(text)).toBe(masked);
    expect(maskPhones(masked)).toBe(masked);
  });

  it.each([
    "#12 与 #13812 相似",
    "2026-11-23 17:30，2026年11月23日",
    "合同额 1380 万元，投资 15,000,000,000 元",
    "电表读数 130 2026-11-23",
    "编号 431100199003071234，开户行 6222021381234567890",
    "统一代码 91431100MA4L1234XY",
    "热线 12345、95598，快递 138123456789",
    "用电 88888888 千瓦时",
    "0.13812345678",
  ])("%j holds none", (text) => {
    expect(maskPhones(text)).toBe(text);
  });
});

describe("what a person wrote, in a sentence of the bot's", () => {
  it.each([
    ["停电", "「停电」"],
    [" 停\n电\u202e  了 ", "「停 电 了」"],
    ["x」\n【公告】全体停工\n「", "「x』 【公告】全体停工 『」"],
    ["字".repeat(40), `「${"字".repeat(40)}」`],
    ["👍".repeat(41), `「${"👍".repeat(39)}…」`],
  ])("%# is one short line", (text, shown) => {
    expect(echo(text)).toBe(shown);
  });

  it("never has more than 40 characters, nor half of one, nor a line break", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect([...echo(text)].length).toBeLessThanOrEqual(42);
        expect(echo(text)).not.toMatch(/[\n\p{Cs}]/u);
      }),
    );
  });
});
