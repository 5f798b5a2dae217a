import { expect, it } from "vitest";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import { after, heard, taking } from "../../../support/common-talk.ts";

/** An answer to several companies, in words of one's own: it is shown, and never a measure. */

it.each([
  ["G3给没回的那家也答复：12号前铺完", null, "答复 G3 12号前铺完"],
  ["G4给剩下那家回一下：明天12号前修好", null, "答复 G4 明天12号前修好"],
  ["G5跟两家讲：管子明天修好", null, "告知企业 G5 管子明天修好"],
  ["G3这几家讲一声：下周三通车", null, "告知企业 G3 下周三通车"],
  ["G2 通知企业，15号前清完", null, "告知企业 G2 15号前清完"],
  ["G2告诉他们一声 15号前清完", null, "告知企业 G2 15号前清完"],
  ["G2给还没回的几家补一个：月底前换完", null, "答复 G2 月底前换完"],
  ["G2跟其余三家也说一下，12月8日恢复", null, "告知企业 G2 12月8日恢复"],
  ["G2 12月8日恢复，给没回的那家也答复", null, "答复 G2 12月8日恢复"],
  ["G5给两家答复：已疏通", null, "答复 G5 已疏通"],
  ["给没回的那家也答复：12号前铺完", after(3), "答复 G3 12号前铺完"],
  ["跟两家讲：管子明天修好", after(5), "告知企业 G5 管子明天修好"],
  ["水压那个跟两家讲：管子明天修好", null, "告知企业 ⟪水压⟫ 管子明天修好"],
  ["停电那个共性问题，给剩下那家回一下：明天修好", null, "答复 ⟪停电⟫ 明天修好"],
  ["G1里的9号也回一下，就说加压泵装好了", null, "答复 G1 只 #9：加压泵装好了"],
  // To companies that are named, and to no others.
  ["G3跟中塑和凌云讲：12号前铺完", null, "告知企业 G3 只 中塑和凌云：12号前铺完"],
  ["G3给何静那边回一下，12号前铺完", null, "答复 G3 只 何静：12号前铺完"],
  // What is no answer stays what it was; to whom else it is said, nothing is done unasked.
  ["G3 12号前铺完", null, "时限 G3 12号前铺完"],
  ["G3措施是12号前铺完", null, "措施 G3 12号前铺完"],
  ["G3洗车台12月10号装好", null, "措施 G3 洗车台12月10号装好"],
  ["G3先补坑，12月10号前铺完", null, "措施 G3 先补坑，12月10号前铺完"],
  ["G3跟供电公司说一声：12号前修好", null, "G3跟供电公司说一声：12号前修好"],
] as const)("the office says: %s", (text, question, expected) => {
  expect(heard(text, "coordinator", question)).toBe(expected);
});

it.each([
  ["舜德路几家统一回个话，今天全部铺完通车", "答复 ⟪舜德路⟫ 今天全部铺完通车"],
  ["停电几家统一回个话，今天全部修好送电", "答复 ⟪停电⟫ 今天全部修好送电"],
  ["坑洼这几家都说一声，下周三通车", "告知企业 ⟪坑洼⟫ 下周三通车"],
  ["水压的三家回一下，今天加压泵装好了", "答复 ⟪水压⟫ 今天加压泵装好了"],
  ["G3跟两家讲：管子明天修好", "告知企业 G3 管子明天修好"],
  // Of issues that are named, it is the answer to each of them, shown before it goes out.
  ["3号和5号几家统一回个话，今天全部修好", "offer answer 3; offer answer 5"],
  ["3号12月10日前铺完", "do measure 3"],
] as const)("who leads it says: %s", (text, expected) => {
  expect(heard(text, "head", null)).toBe(expected);
});

/** What stands behind such words and a colon goes out whole. 说一声 is news, and of what is done the companies are asked. */
it.each([
  ["G1统一回一句：路12月10号前铺好，给大家添麻烦了", null, "答复 G1 路12月10号前铺好，给大家添麻烦了"],
  ["G2统一回一下：管子周三前换完，让大家久等了", null, "答复 G2 管子周三前换完，让大家久等了"],
  ["G2统一答：昨晚抓了现行，已责令停，请大家谅解", null, "答复 G2 昨晚抓了现行，已责令停，请大家谅解"],
  ["G2给大家回个话：泵站换了新的，跟大家说声抱歉", null, "答复 G2 泵站换了新的，跟大家说声抱歉"],
  ["烧塑料的统一答：昨晚抓了现行，已责令停", null, "答复 ⟪烧塑料⟫ 昨晚抓了现行，已责令停"],
  ["统一回一句：路12月10号前铺好，给各家添麻烦了", after(1), "答复 G1 路12月10号前铺好，给各家添麻烦了"],
  ["回一下：路12月10号前铺好，请大家谅解", after(1), "答复 G1 路12月10号前铺好，请大家谅解"],
  ["G4主管周六夜里换新，跟企业讲一声会停水四小时", null, "告知企业 G4 主管周六夜里换新，会停水四小时"],
  ["G4周六夜里停水四小时，跟企业打个招呼", null, "告知企业 G4 周六夜里停水四小时"],
  ["给G1的企业都说一声，修路期间走北门", null, "告知企业 G1 修路期间走北门"],
  ["G1跟大家说一声，修路期间走北门，给大家添麻烦了", null, "告知企业 G1 修路期间走北门，给大家添麻烦了"],
  ["G1群里说一声：周六封路", null, "告知企业 G1 周六封路"],
  ["G1发个通知：周六封路，给大家添麻烦了", null, "告知企业 G1 周六封路，给大家添麻烦了"],
  ["G1给各位老板带句话：周六封路，请大家绕行", null, "告知企业 G1 周六封路，请大家绕行"],
  ["G1企业都知会到，周六封路", null, "告知企业 G1 周六封路"],
  ["G1统一说：下周封路三天", null, "告知企业 G1 下周封路三天"],
  ["G1告诉企业 明年装新桩", null, "告知企业 G1 明年装新桩"],
  ["G1都修好了，跟企业讲一声", null, "答复 G1 都修好了"],
  ["G2告诉他们：都修好了，请大家谅解", null, "答复 G2 都修好了，请大家谅解"],
  ["G1镇里说：已招标", null, "进展 G1 镇里说：已招标"],
] as const)("goes out whole: %s", (text, question, expected) => {
  expect(heard(text, "coordinator", question)).toBe(expected);
});

/** Of an answer to some, the others wait, and that is for nobody to read; to whom half an answer goes is never guessed. */
it.each([
  ["G3先答一半：23、24、25都换好了，其他的再等等", "答复 G3 只 #23 #24 #25：都换好了"],
  ["G3先回一部分：23和24已经换好，剩下的过几天再说", "答复 G3 只 #23 #24：已经换好"],
  ["G3先给23、24回：灯换好了，剩下的等等再说", "答复 G3 只 #23 #24：灯换好了"],
  ["G3答复23、24：灯换好了，其余的先不急", "答复 G3 只 #23 #24：灯换好了"],
  ["G3只回23和24：灯换好了", "答复 G3 只 #23 #24：灯换好了"],
  ["G3里23、24先说一声：周五前换", "告知企业 G3 只 #23 #24：周五前换"],
  ["G3都换好了，先给23、24回一下，其他的等等", "答复 G3 只 #23 #24：都换好了"],
  ["G3的23、24、25都换好了，先给他们回一下，其他的再等等", "答复 G3 只 #23 #24 #25：都换好了"],
  ["G3先答23和24吧，灯换好了，剩下的不急", "答复 G3 只 #23 #24：灯换好了"],
  ["G3只有23、24换好了，先答这两家", "答复 G3 只 #23 #24：换好了"],
  ["G3先给换好的两家回：灯换好了", "G3先给换好的两家回：灯换好了"],
  ["G3分开答，23、24：灯换好了；25：下周换", "G3分开答，23、24：灯换好了；25：下周换"],
  ["G3先回填，再铺沥青，已完成一半", "进展 G3 先回填，再铺沥青，已完成一半"],
  ["G3已经跟企业说过了，周六进场", "进展 G3 已经跟企业说过了，周六进场"],
  ["G3先答一半：灯换好了", "G3 先答一半：灯换好了"],
  ["G3进展：23、24换好了，其他的再等等", "进展 G3 23、24换好了，其他的再等等"],
] as const)("half an answer: %s", (text, expected) => {
  expect(heard(text, "coordinator", null)).toBe(expected);
});

const TEXT_ASKED: Question = {
  ask: "need",
  what: "text",
  doing: { command: "common", word: "共性", number: null, rest: "答复 G5" },
};

it.each([
  ["何静那家先别说", taking("答复 G3 好了"), "答复 G3 除 永州凌云机械制造有限公司：好了"],
  ["彭丽那家不用发了", taking("答复 G3 好了"), "答复 G3 除 湖南光源照明科技有限公司：好了"],
  ["周长友那边先不回", taking("答复 G3 好了"), "答复 G3 除 湖南中塑科技有限公司：好了"],
  ["罗总那先不告诉", taking("答复 G3 好了"), "答复 G3 除 永州潇湘食品有限公司：好了"],
  ["先别跟何静讲", taking("答复 G3 好了"), "答复 G3 除 永州凌云机械制造有限公司：好了"],
  ["王建国那边先不回", taking("答复 G3 好了"), "unknown"],
  // Asked for the text: whom it is not for is none.
  ["周长友那边先不回", TEXT_ASKED, "答复 G5 除 湖南中塑科技有限公司："],
  ["中塑先别发", TEXT_ASKED, "答复 G5 除 湖南中塑科技有限公司："],
  ["4号先不发", TEXT_ASKED, "答复 G5 除 #4："],
  ["管道已疏通", TEXT_ASKED, "答复 G5 管道已疏通"],
] as const)("who hears nothing of it is left out: %s", (text, question, expected) => {
  expect(heard(text, "coordinator", question)).toBe(expected);
});
