import { describe, expect, it } from "vitest";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, said, situationIn } from "../../../support/talk.ts";

/** What a company says of an issue of its own: that it wants it back, and what is new about it. */

const LIAISON = { who: "liaison" } as const;
const BACK = own(8, "withdrawn", "缺三十个普工");
const OPEN = own(4, "in_progress", "公交车太少");
const NET = own(5, "dispatched", "宿舍网络老断");

describe("an issue that was taken back", () => {
  it.each([
    ["不好意思手滑，8号还要", "do resume 8"],
    ["撤错了，恢复8号", "do resume 8"],
    ["八号恢复", "do resume 8"],
    ["8号不小心点错了，还要办的", "do resume 8"],
    ["8号我们不撤了", "do resume 8"],
    ["8号继续办吧", "do resume 8"],
    ["8号后悔了，还是需要解决", "do resume 8"],
    ["8号能恢复吗", "offer resume 8"],
    ["8号还没招到人，又走了两个", "offer resume 8"],
  ])("is wanted after all: %s", (text, expected) => {
    expect(said(text, { ...LIAISON, issues: [BACK, OPEN] })).toBe(expected);
  });

  it.each(["8号怎么样了", "8号不用恢复", "8", "8号谢谢"])("is not brought back: %s", (text) => {
    expect(said(text, { ...LIAISON, issues: [BACK, OPEN] })).not.toMatch(/resume/u);
  });
});

describe("one taken back and one kept, in one message", () => {
  it.each([
    ["5号不用了，4号还是要办", "offer withdraw 5 + do status 4"],
    ["唉不对，是5号不用了，4号还是要办", "offer withdraw 5 + do status 4"],
    ["说反了，5号撤掉，四号留着", "offer withdraw 5 + do status 4"],
  ])("both are answered: %s", (text, expected) => {
    expect(said(text, { ...LIAISON, issues: [OPEN, NET] })).toBe(expected);
  });

  it("brings the other back where it was taken back before", () => {
    expect(said("唉不对，是5号不用了，8号还是要办", { ...LIAISON, issues: [NET, BACK] })).toBe(
      "offer withdraw 5 + do resume 8",
    );
  });
});

describe("what is new of an issue, whose number stands anywhere", () => {
  const CUT = own(3, "in_progress", "昨晚又停电了");

  it.each([
    "电压一直不稳，灯忽明忽暗的，3号",
    "周末也没人管吗，电压一直不稳，灯忽明忽暗的，3号",
    "你们有人来吗，配电柜一直嗡嗡响，3号",
    "电压也没人管吗，灯一闪一闪的，3号",
    "3号还有人管没有，今天又跳闸两回",
  ])("is offered to be added: %s", (text) => {
    expect(said(text, { ...LIAISON, issues: [CUT, OPEN] })).toBe("offer supplement 3");
  });

  it.each([
    ["3号有人管吗，等了三天了", /^do status 3$/u],
    ["3号没人管吗，都半个月没回音了", /status 3|urge 3/u],
    ["电压不稳的事怎么样了，3号", /^do status 3$/u],
    ["有消息了没，3号", /^do status 3$/u],
    ["3号来人了吗", /^do status 3$/u],
    ["3号有人去了没", /^do status 3$/u],
    ["到哪一步了，是3号", /^do status 3$/u],
  ])("is asked about, and nothing is told: %s", (text, expected) => {
    expect(said(text, { ...LIAISON, issues: [CUT, OPEN] })).toMatch(expected);
  });
});

describe("another matter, while an issue waits for the company's word", () => {
  const waits: Parameters<typeof said>[1] = { ...LIAISON, issues: [own(53, "answered", "厂门口路灯坏了")] };

  it.each([
    ["还有个事，食堂送菜车老被贴罚单", "食堂送菜车老被贴罚单"],
    ["对了，还有一件事，送菜车老被贴罚单，一直没解决", "送菜车老被贴罚单，一直没解决"],
    ["再讲一个，冷库租金还是没降", "冷库租金还是没降"],
    ["另外一件，垃圾还是没人清运", "垃圾还是没人清运"],
    ["对了，垃圾还是没人清运", "垃圾还是没人清运"],
    ["对了，顺便问下，充电桩能不能装在雨棚底下", "充电桩能不能装在雨棚底下"],
    ["另外问一句：员工体检能不能补贴", "员工体检能不能补贴"],
  ])("is offered as an issue: %s", (text, rest) => {
    const { steps } = understand(text, situationIn(waits));
    expect(steps).toMatchObject([{ kind: "offer", doing: { command: "submit", rest } }]);
  });

  it("is none where it tells of the first", () => {
    for (const text of ["还有个问题，灯还是不亮", "还有个问题，53号没修好", "对了，还是没解决"])
      expect(said(text, waits)).toBe("offer unsolved 53");
    expect(said("还有个事", waits)).toBe("need submit text");
  });
});

describe("what another company has raised", () => {
  const others = (n: number, title: string) => ({ n, state: "in_progress", title, mine: false }) as const;
  const heard: Parameters<typeof said>[1] = {
    ...LIAISON,
    issues: [
      own(1, "closed", "路灯坏了"),
      others(3, "宿舍漏水"),
      others(58, "停电了，产线全停"),
      others(61, "门口井盖没了"),
    ],
  };

  it.each([
    ["+1", "which join 61/58/3"],
    ["那就算我一个", "which join 61/58/3"],
    ["同感", "which join 61/58/3"],
    ["跟他们一起", "which join 61/58/3"],
    ["和上面那家一起报吧", "which join 61/58/3"],
    ["算到他们那件里", "which join 61/58/3"],
    ["58 +1", "do join 58"],
    ["支持58", "do join 58"],
    ["我们也停了", "which join 58/61/3"],
    ["俺厂也这样，井盖也没了", "offer join 61"],
    ["撤销同感58", "tell"],
    ["同感58取消", "tell"],
  ])("is joined, the likeliest and the newest first, and stays so: %s", (text, expected) => {
    expect(said(text, heard)).toBe(expected);
  });

  it("is nothing to say yes to where nobody else has anything", () => {
    expect(said("我们也是", { ...LIAISON, issues: [OPEN] })).not.toContain("join");
  });
});

it.each(["员工想落户，孩子也要转学，找谁", "停电找谁", "想办退税该找谁啊", "食堂油烟太大该找谁管"])(
  "who asks whose a matter is, is offered to raise it: %s",
  (text) => {
    expect(said(text, LIAISON)).toMatch(/^offer submit/u);
    expect(said("这事找谁", LIAISON)).toBe("do human");
    expect(said("找谁啊", LIAISON)).toBe("do human");
  },
);

describe("what is told in the same breath as a question after somebody", () => {
  const at = { ...LIAISON, issues: [own(9, "in_progress", "宿舍水管漏水")] };

  it.each([
    ["车间停水了，有人去吗", /^offer submit/u],
    ["水压太低，能派人来吗", /^offer submit/u],
    ["车间着火了，有人来吗", /^danger \+ offer submit/u],
    ["宿舍电梯困人了，派人来了吗", /^danger \+ offer submit/u],
    ["水管那个来人了吗", /^do status 9$/u],
  ])("is raised, and danger told: %s", (text, expected) => {
    expect(said(text, at)).toMatch(expected);
  });

  it.each(["还有没有公租房可以申请", "还有三天租约到期，房东要赶人", "另外一栋宿舍楼也没水", "新情况：水压也低了"])(
    "and nothing of a sense is cut off: %s",
    (text) => {
      const { steps } = understand(text, situationIn(at));
      expect(steps).toMatchObject([{ kind: "offer", doing: { command: "submit", rest: text } }]);
    },
  );
});
