import { describe, expect, it } from "vitest";
import { contentOf } from "../../../../src/chat/understand/content.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, said, situationIn } from "../../../support/talk.ts";

const OFFICER = {
  who: "officer" as const,
  issues: [own(3, "in_progress", "昨晚又停电了"), own(2, "in_progress", "路面坑洼")],
};

describe("what is said to the bot before a text", () => {
  it.each<[string, string, string]>([
    ["answer", "三号那个可以答复企业了：变压器已更换", "变压器已更换"],
    ["answer", "3号答复企业：变压器已更换", "变压器已更换"],
    ["answer", "请帮我答复3号企业：线路已修好", "线路已修好"],
    ["answer", "麻烦回复一下3号那家，线路已修好", "线路已修好"],
    ["answer", "另外3号的线路也检修完了", "线路也检修完了"],
    ["answer", "3号这件事处理完了，可以答复企业了", "处理完了"],
    ["answer", "2号和3号都修好了", "都修好了"],
    ["progress", "更新一下3号进展：电缆已到货", "电缆已到货"],
    ["supervise", "2号的事请供电公司抓紧", "请供电公司抓紧"],
    ["supervise", "2号的问题，本周必须解决", "本周必须解决"],
    ["progress", "2号的事故原因已经查清", "事故原因已经查清"],
    ["progress", "2号的问题出在变压器", "问题出在变压器"],
    ["feedback", "督办的情况回复一下：开关已经到货", "开关已经到货"],
    ["feedback", "关于批示的事汇报如下：已经换好", "已经换好"],
    ["note", "3号记一下，明天去现场", "明天去现场"],
    ["extend", "3号申请延期，设备没到", "设备没到"],
    ["supervise", "督办一下3号，都三天了", "都三天了"],
    ["supervise", "3号督办一下", ""],
    ["answer", "可以答复企业了", ""],
  ])("is no part of it (%s): %s", (command, text, told) => {
    expect(contentOf(text, command, situationIn(OFFICER))).toBe(told);
  });

  it.each<[string, string]>([
    ["answer", "3号变压器已更换"],
    ["answer", "3号楼的水管修好了"],
    ["answer", "已回复企业，线路3号杆移位"],
    ["progress", "进展顺利，月底完工"],
    ["note", "备注栏写的是旧电话"],
    ["supervise", "督办事项清单已经发给建设局"],
    ["answer", "回填已经完成"],
  ])("is not what only begins like it (%s): %s", (command, text) => {
    expect(contentOf(text, command, situationIn(OFFICER))).toBe(text);
  });

  it.each<[string, string]>([
    ["三号那个可以答复企业了：变压器已更换，恢复供电", "变压器已更换，恢复供电"],
    ["请帮我回复3号企业：线路改造列入明年计划", "线路改造列入明年计划"],
    ["3号这边可以回对方了：明年统一改造", "明年统一改造"],
  ])("tells that it is an answer, whatever the text itself sounds like: %s", (text, rest) => {
    const { steps } = understand(text, situationIn(OFFICER));
    expect(steps).toMatchObject([{ kind: "offer", doing: { command: "answer", number: 3, rest } }]);
  });

  it.each(["3号企业回复：同意停半天电", "3号王总答复：明天可以进场", "3号先别答复企业：还在测"])(
    "is not said of what somebody else has answered: %s",
    (text) => {
      expect(said(text, OFFICER)).not.toMatch(/answer/u);
    },
  );

  it.each(["3号可以答复企业了", "3号那个可以回复对方了"])("alone has the text asked for: %s", (text) => {
    expect(said(text, OFFICER)).toBe("need answer 3 text");
  });
});

describe("what is said with 督办 and 重开", () => {
  const COORDINATOR = {
    who: "coordinator" as const,
    issues: [own(11, "dispatched", "充电桩"), own(6, "in_progress", "补贴")],
  };

  it.each<[string, string]>([
    ["督办一下11号，都三天了还没人签收", "都三天了还没人签收"],
    ["11号督办一下，今天必须签收", "今天必须签收"],
    ["请督办11号：明天给企业回话", "明天给企业回话"],
    ["把11号挂牌督办，久拖不决", "久拖不决"],
  ])("is its text: %s", (text, rest) => {
    const { steps } = understand(text, situationIn(COORDINATOR));
    expect(steps).toMatchObject([{ kind: "offer", doing: { command: "supervise", number: 11, rest } }]);
  });

  it("is asked for where nothing is said", () => {
    expect(said("11号督办一下", COORDINATOR)).toBe("need supervise 11 text");
  });

  const COMPANY = { who: "liaison" as const, issues: [own(6, "closed", "补贴没到账")] };

  it.each<[string, string]>([
    ["6号其实没到账，看错了，财务说没收到", "其实没到账，看错了，财务说没收到"],
    ["6号要重开，钱还是没拿到手", "钱还是没拿到手"],
    ["6号点错了，根本没解决，税务那边卡住了", "点错了，根本没解决，税务那边卡住了"],
  ])("is the reason: %s", (text, rest) => {
    const { steps } = understand(text, situationIn(COMPANY));
    expect(steps).toMatchObject([{ kind: "offer", doing: { command: "reopen", number: 6, rest } }]);
  });

  it.each(["6号重开", "6号点错了"])("is asked for where none is given: %s", (text) => {
    expect(said(text, COMPANY)).toBe("need reopen 6 reason");
  });

  it.each(["是", "对的", "好的"])("is no yes, asked for a reason: %s", (text) => {
    const pending = { ask: "need", what: "reason", step: { do: "reopen", n: 6 } } as const;
    expect(said(text, { ...COMPANY, pending })).toBe("need reopen 6 reason");
  });
});
