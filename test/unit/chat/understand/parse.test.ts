import { describe, expect, it } from "vitest";
import { parse } from "../../../../src/chat/understand/parse.ts";
import { isThanks } from "../../../../src/chat/understand/zh-cn-parse.ts";
import { narrow } from "../../../../src/domain/plain.ts";
import { COMMANDS } from "../../../support/commands.ts";

/** `submit 三车间停电`, `status 12`, `answer 12 已更换`, or the kind of what is no command. */
function read(text: string, quotes = false): string {
  const parsed = parse(text, COMMANDS, { quotes });
  if (parsed.kind !== "command") return parsed.kind;
  return [parsed.spec.name, parsed.number, parsed.rest].filter((one) => one !== null && one !== "").join(" ");
}

describe("the words", () => {
  it.each([
    ["诉求 三车间停电", "submit 三车间停电"],
    ["诉求三车间停电", "submit 三车间停电"],
    ["诉求：三车间停电", "submit 三车间停电"],
    ["诉求，三车间停电", "submit 三车间停电"],
    ["反映 路灯不亮", "submit 路灯不亮"],
    ["诉求\n三车间停电\n影响交货", "submit 三车间停电\n影响交货"],
    ["诉求 12号厂房漏水", "submit 12号厂房漏水"],
    ["诉求 12", "submit 12"],
    ["诉求", "submit"],
    ["代 中塑科技 诉求 停电", "for 中塑科技 诉求 停电"],
    ["我是 中塑科技", "iam 中塑科技"],
    ["我是中塑科技的", "iam 中塑科技的"],
    ["我是 1", "iam 1"],
    ["核实 12", "verify 12"],
    ["补充 12 变压器已坏", "supplement 12 变压器已坏"],
    ["进度", "status"],
    ["进度 12", "status 12"],
    ["查询 12", "status 12"],
    ["状态12", "status 12"],
    ["我的", "mine"],
    ["我的第2页", "mine 第2页"],
    ["待办第 ２ 页", "todo 第 ２ 页"],
    ["简报第2页", "brief 第2页"],
    ["我的第2页材料在哪", "unknown"],
    ["期限 12", "due 12"],
    ["为什么 12", "why 12"],
    ["搜索 停电 三车间", "search 停电 三车间"],
    ["搜索 12", "search 12"],
    ["已解决 12", "solved 12"],
    ["认可 12", "accept 12"],
    ["未解决 12 又停了", "unsolved 12 又停了"],
    ["没解决12又停了", "unsolved 12又停了"],
    ["评价 12 5", "rate 12 5"],
    ["重开 12 又停了", "reopen 12 又停了"],
    ["撤回 12", "withdraw 12"],
    ["催办 12", "urge 12"],
    ["待办", "todo"],
    ["签收 12", "sign 12"],
    ["受理 12", "sign 12"],
    ["联系 12 已电话沟通", "contact 12 已电话沟通"],
    ["措施 12 更换变压器 11月30日前", "measure 12 更换变压器 11月30日前"],
    ["进展 12 设备已到", "progress 12 设备已到"],
    ["备注 12 厂家拖延", "note 12 厂家拖延"],
    ["请补充 12 哪一天", "ask 12 哪一天"],
    ["答复 12 已更换", "answer 12 已更换"],
    ["办结 12 已更换", "answer 12 已更换"],
    ["退单 12 属住建局", "return 12 属住建局"],
    ["延期 12 3天 等设备", "extend 12 3天 等设备"],
    ["挂账 12 12月31日 等大修", "hold 12 12月31日 等大修"],
    ["恢复 12", "resume 12"],
    ["协办 12 住建局 看线路", "assist 12 住建局 看线路"],
    ["派单 12 供电公司", "dispatch 12 供电公司"],
    ["派单 12 1", "dispatch 12 1"],
    ["转派 12 经发局 不属本单位", "dispatch 12 经发局 不属本单位"],
    ["不受理 12 属仲裁", "reject 12 属仲裁"],
    ["同意 12", "approve 12"],
    ["驳回 12 请按期", "refuse 12 请按期"],
    ["督办 12", "supervise 12"],
    ["批示 12 本周解决", "supervise 12 本周解决"],
    ["统计 本周", "stats 本周"],
    ["简报", "brief"],
    ["投递", "outbox"],
    ["重发 7", "resend 7"],
    ["看板", "board"],
    ["帮助", "help"],
    ["?", "help"],
    ["？", "help"],
  ])("%j is %j", (text, command) => {
    expect(read(text)).toBe(command);
  });
});

describe("the English twins", () => {
  it.each([
    ["issue power cut in hall 3", "submit power cut in hall 3"],
    ["Issue: power cut", "submit power cut"],
    ["ADD 12 more", "supplement 12 more"],
    ["status", "status"],
    ["status 12", "status 12"],
    ["status #12", "status 12"],
    ["mine", "mine"],
    ["due 12", "due 12"],
    ["assign 12 power", "dispatch 12 power"],
    ["transfer 12 works", "dispatch 12 works"],
    ["sign 12", "sign 12"],
    ["contact 12", "contact 12"],
    ["measure 12 new cable", "measure 12 new cable"],
    ["progress 12 x", "progress 12 x"],
    ["note 12 x", "note 12 x"],
    ["ask 12 when?", "ask 12 when?"],
    ["answer 12 done", "answer 12 done"],
    ["solved 12", "solved 12"],
    ["accept 12", "accept 12"],
    ["unsolved 12 again", "unsolved 12 again"],
    ["rate 12 5", "rate 12 5"],
    ["reopen 12 x", "reopen 12 x"],
    ["withdraw 12", "withdraw 12"],
    ["return 12 x", "return 12 x"],
    ["extend 12 3天 x", "extend 12 3天 x"],
    ["hold 12 12-31 x", "hold 12 12-31 x"],
    ["approve 12", "approve 12"],
    ["refuse 12 x", "refuse 12 x"],
    ["reject 12 x", "reject 12 x"],
    ["urge 12", "urge 12"],
    ["supervise 12", "supervise 12"],
    ["todo", "todo"],
    ["stats", "stats"],
    ["brief", "brief"],
    ["iam Zhongsu", "iam Zhongsu"],
    ["for Zhongsu issue x", "for Zhongsu issue x"],
    ["help", "help"],
    ["issues", "unknown"],
    ["notebook", "unknown"],
    ["solvedness 12", "unknown"],
  ])("%j is %j", (text, command) => {
    expect(read(text)).toBe(command);
  });
});

describe("spelling", () => {
  it.each([
    ["/诉求 停电", "submit 停电"],
    ["／诉求 停电", "submit 停电"],
    ["/ 进度 12", "status 12"],
    ["，诉求 停电", "submit 停电"],
    ["：进度 12", "status 12"],
    ["进度 #12", "status 12"],
    ["进度#12", "status 12"],
    ["进度＃１２", "status 12"],
    ["进度　１２", "status 12"],
    ["进度 # 12", "status 12"],
    ["进度12", "status 12"],
    ["进度：12", "status 12"],
    ["进度（12）", "status 12"],
    ["进度 12。", "status 12"],
    ["进度 12号", "status 12"],
    ["  进度   12  ", "status 12"],
    ["进度\n12", "status 12"],
    ["\u200b进度\u202e 12", "status 12"],
    ["答复#12已更换", "answer 12 已更换"],
    ["答复 12，已更换", "answer 12 已更换"],
    ["答复 12：已更换", "answer 12 已更换"],
    ["答复 12。已更换", "answer 12 已更换"],
    ["答复 12\n已更换\n请确认", "answer 12 已更换\n请确认"],
    ["评价（12）5", "rate 12 5"],
    ["ｓｔａｔｕｓ　１２", "status 12"],
    ["进度 0012", "status 12"],
    ["进度 1234567890", "status 1234567890"],
    ["进度 13812345678", "status 13812345678"],
  ])("%j is %j", (text, command) => {
    expect(read(text)).toBe(command);
  });
});

describe("a number that belongs to the text", () => {
  it.each([
    ["补充 12吨钢材没到", "supplement 12吨钢材没到"],
    ["补充 12.5吨钢材", "supplement 12.5吨钢材"],
    ["补充 1,200吨钢材", "supplement 1,200吨钢材"],
    ["补充 12:30又停了", "supplement 12:30又停了"],
    ["补充 12：30又停了", "supplement 12：30又停了"],
    ["补充 12号厂房也停", "supplement 12号厂房也停"],
    ["补充 12 12吨钢材", "supplement 12 12吨钢材"],
    ["补充 12，200吨钢材", "supplement 12 200吨钢材"],
    ["补充 12 1,200吨", "supplement 12 1,200吨"],
    ["延期 12月31日 等设备", "extend 12月31日 等设备"],
    ["延期 12-31 等设备", "extend 12-31 等设备"],
    ["延期 12.31 等设备", "extend 12.31 等设备"],
    ["延期 3天 等设备", "extend 3天 等设备"],
    ["评价 5分", "rate 5分"],
  ])("%j is %j", (text, command) => {
    expect(read(text)).toBe(command);
  });

  it("begins the text of a quotation's answer when it counts a list or days", () => {
    expect(read("答复 1、已更换 2、已加固", true)).toBe("answer 1、已更换 2、已加固");
    expect(read("答复 1.已更换", true)).toBe("answer 1.已更换");
    expect(read("答复 (1)已更换", true)).toBe("answer (1)已更换");
    expect(read("延期 3 天 等设备", true)).toBe("extend 3 天 等设备");
    expect(read("延期 3 个工作日 等设备", true)).toBe("extend 3 个工作日 等设备");
    expect(read("评价 5 分", true)).toBe("rate 5 分");
    expect(read("答复 12 已更换", true)).toBe("answer 12 已更换");
    expect(read("答复 #1、已更换", true)).toBe("answer 1 已更换");
    // Without a quotation the number is needed.
    expect(read("答复 1、已更换")).toBe("answer 1 已更换");
  });
});

describe("a sentence that only begins like a command", () => {
  it.each([
    ["查询一下停电什么时候来", "unknown"],
    ["状态不好", "unknown"],
    ["进度怎么样了", "unknown"],
    ["我的诉求什么时候办", "unknown"],
    ["代表公司感谢各位", "unknown"],
    ["答复太慢了", "unknown"],
    ["同意你的说法", "unknown"],
    ["帮助我一下", "unknown"],
    ["?你好", "unknown"],
    ["我是来问进度的", "unknown"],
    ["我是想问一下停电的事", "unknown"],
    ["我是谁", "unknown"],
    ["诉求怎么提", "help 怎么提"],
    ["诉求怎么提？", "help 怎么提？"],
    ["诉求要如何填写呢", "help 要如何填写呢"],
    ["诉求在哪里提", "help 在哪里提"],
    ["诉求是什么意思", "help 是什么意思"],
    ["诉求是什么", "help 是什么"],
    ["诉求怎么提高供电质量", "submit 怎么提高供电质量"],
    ["诉求 怎么提", "submit 怎么提"],
    ["诉求什么时候能通公交", "submit 什么时候能通公交"],
  ])("%j is %j", (text, command) => {
    expect(read(text)).toBe(command);
  });
});

describe("thanks", () => {
  it.each([
    "谢谢",
    "谢谢！",
    "谢谢您",
    "谢谢大家",
    "谢谢王主任",
    "感谢领导",
    "非常感谢！",
    "多谢多谢",
    "收到",
    "收到了",
    "收到，谢谢",
    "收到谢谢！",
    "好的",
    "好的好的",
    "好的，辛苦了",
    "您辛苦了",
    "辛苦各位了",
    "辛苦啦～",
    "明白",
    "知道了",
    "嗯嗯",
    "OK",
    "ok。",
    "Okay",
    "Thanks!",
    "thank you",
    "👍",
    "👍🏻👍🏻",
    "🙏 谢谢",
    "❤️",
    "[强]",
    "[玫瑰][抱拳]",
    "谢谢\n收到",
  ])("%j gets no answer", (text) => {
    expect(read(text)).toBe("thanks");
  });

  it.each([
    "好的，但是还有问题",
    "可以解决吗",
    "可以吗？",
    "收到，什么时候能好？",
    "好的？",
    "谢谢，问题已解决",
    "谢谢但是没有解决",
    "行不行",
    "好久没有进展了",
    "收到的答复不对",
    "[三车间停电照片]",
    "了解一下停电的事",
    "。。。",
  ])("%j gets one", (text) => {
    expect(read(text)).toBe("unknown");
  });

  it("are not looked for in a text that is long, however it is built", () => {
    const began = performance.now();
    expect(isThanks(`${"嗯".repeat(39)}x`)).toBe(false);
    expect(isThanks(`${"谢谢".repeat(5000)}x`)).toBe(false);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe("nothing", () => {
  it.each(["", "   ", "\n", "/", "，", "\u200b"])("%j is empty", (text) => {
    expect(read(text)).toBe("empty");
  });
});

describe("narrow forms", () => {
  it("stand where the wide ones stood", () => {
    expect(narrow("＃１２　ＡＢ，（：）～")).toBe("#12 AB,(:)~");
    expect(narrow("三车间、停电。")).toBe("三车间、停电。");
  });
});
