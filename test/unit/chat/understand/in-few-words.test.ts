import { describe, expect, it } from "vitest";
import type { Question } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, type Spoken, saidInFull, situationIn, stepsInFull } from "../../../support/talk.ts";

/** What officials say in passing words: which move it is, and what of it is the text. */

const meant = (text: string, issues: NonNullable<Spoken["issues"]>, who: Spoken["who"] = "head") =>
  saidInFull(text, { who, issues });

const LAMP = own(3, "in_progress", "路灯不亮");
const CUT = own(2, "dispatched", "车间跳闸");

describe("what an official says of one issue", () => {
  it.each([
    ["我替局长说一下：材料已经审完，本周拨付", "offer answer 3 材料已经审完，本周拨付"],
    ["好吧，那12月20号前换好", "do measure 3 12月20号前换好"],
    ["3 那个，已刑拘三人，移交刑侦了", "offer progress 3 已刑拘三人，移交刑侦了"],
    ["3号已签收，杆子是厂家在修，等修完我再回", "offer progress 3 已签收，杆子是厂家在修，等修完我再回"],
    ["3 内部说一句：养护合同到期没续", "do note 3 养护合同到期没续"],
    ["3号延到22:30的班次下周一开，答复罗总", "offer answer 3 延到22:30的班次下周一开"],
    ["换合同要等到月底，挂个账吧，12月25号再看", "do hold 3 12月25号 换合同要等到月底，挂个账吧，12月25号再看"],
    ["没法弄了，退给社会局吧", "offer return 3 没法弄了，退给社会局吧"],
    ["我今天该干嘛", "do todo -"],
  ])("%s", (text, expected) => {
    expect(meant(text, [LAMP])).toEqual([expected]);
  });

  it("answers what nobody signed for, too", () => {
    expect(meant("2换了个空开，好了", [CUT])).toEqual(["offer answer 2 换了个空开，好了"]);
  });

  it("still asks for more time, and when it is due", () => {
    expect(meant("3号延到12月9号，厂家没到货", [LAMP])[0]).toMatch(/extend 3/u);
    expect(meant("3号什么时候到期", [LAMP])).toEqual(["do due 3"]);
  });
});

it.each([
  ["27、28统一说：明天9点到11点停电调整", "progress"],
  ["27 28统一回复：线路已改造完", "answer"],
])("one text is told to several: %s", (text, command) => {
  const issues = [own(27, "in_progress", "停电"), own(28, "in_progress", "电压低")];
  const rest = text.slice(text.indexOf("：") + 1);
  expect(meant(text, issues)).toEqual([27, 28].map((number) => `offer ${command} ${number} ${rest}`));
});

it.each(["反馈赵主任：已刑拘三人", "给赵主任汇报一下：已刑拘三人", "回领导：已刑拘三人"])(
  "what was pressed from above is answered by whom it is said to: %s",
  (text) => {
    const owing = { ...LAMP, owes: [{ kind: "supervise" as const, year: 2026, number: 1 }] };
    expect(meant(text, [owing, CUT])).toEqual(["offer feedback 3 已刑拘三人"]);
  },
);

it.each(["3也是", "3号也一样", "还有3号同样"])("the same is shown of another issue: %s", (text) => {
  const issues = [CUT, own(3, "dispatched", "电压低")];
  const doing = { command: "sign", word: "签收", number: 2, rest: "" };
  const question: Question = { ask: "offer", doings: [doing, { ...doing, command: "progress", rest: "派人去看了" }] };
  const { steps } = understand(text, { ...situationIn({ who: "head", issues }), question });
  expect(stepsInFull({ steps, why: [] })).toEqual(
    [2, 3].flatMap((number) => [`offer sign ${number}`, `offer progress ${number} 派人去看了`]),
  );
});

it.each(["7号回他一句：已转纪检组，请放心", "7号给他也回了吧，坑补好了", "7号回企业：坑补好了"])(
  "the coordinator's word to a company is no note: %s",
  (text) => {
    expect(meant(text, [own(7, "in_progress", "门口坑洼")], "coordinator")[0]).toMatch(/^decline answer 7/u);
  },
);

it.each(["请两天假，事情让小红盯着", "明天请假一天，红姐代我"])(
  "a colleague is known by the given name: %s",
  (text) => {
    const situation = situationIn({ who: "head", issues: [] });
    const head = situation.park.org.people.find(({ name }) => name === "杨帆");
    const who = { ...situation.who, name: "杨帆", department: head?.department };
    expect(stepsInFull(understand(text, { ...situation, who }))[0]).toMatch(/^offer leave - .*邓小红/u);
  },
);
