import { expect, it } from "vitest";
import { type Talk, talkIn } from "../support/dialogue.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** Several things in one message: all are done in one answer, in order, or it is said which were not. */

const TEXTS = ["一车间停电", "二车间停电", "三车间跳闸", "四车间跳闸", "五车间电压不稳"];

async function five(): Promise<{ talk: Talk; park: Awaited<ReturnType<typeof openQuietPark>> }> {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  for (const text of TEXTS) await park.say("周长友", "qiye", `诉求 ${text}`);
  return { park, talk: await talkIn(park) };
}
const UNIT = "王建国 gongdian";
const COMPANY = "周长友 qiye";

/** These parts, one behind the other. */
function inOrder(answer: string, parts: readonly string[]): void {
  const places = parts.map((part) => answer.indexOf(part));
  expect(places, answer).toEqual([...places].sort((a, b) => a - b));
  expect(Math.min(...places), answer).toBeGreaterThanOrEqual(0);
}

it("numbers in a list are done each, and one that is not there is named", async () => {
  const { talk } = await five();
  const signed = (...ids: readonly number[]) => ids.map((id) => `sign #${id} in_progress`);
  const answer = await talk(UNIT, "签收 1、2、99", { says: [], does: signed(1, 2) });
  inOrder(answer, ["已签收　#1", "已签收　#2", "#99：这里没有这个编号的诉求"]);
  // Each with its own date, though it is the same.
  expect(answer.match(/答复期限/gu)).toHaveLength(2);
  inOrder(await talk(UNIT, "3、4、99签收", { says: [], does: signed(3, 4) }), ["已签收　#3", "已签收　#4", "#99："]);
  inOrder(await talk(UNIT, "5号和99号签收", { says: [], does: signed(5) }), ["已签收　#5", "#99："]);
  for (const text of ["进度 1 2 99", "1、2、99进度", "1号、2号和99号进度"])
    inOrder(await talk(UNIT, text, { says: [] }), ["#1 一车间停电", "#2 二车间停电", "#99："]);
});

it("commands in lines are carried out in their order", async () => {
  const { talk } = await five();
  const answer = await talk(UNIT, "签收 1\n答复 1 已修好\n签收 2\n措施 2 换变压器 11月20日前\n进度 3", {
    says: [],
    does: ["sign #1 in_progress", "answer #1 answered", "sign #2 in_progress", "measure #2 in_progress"],
  });
  inOrder(answer, ["已签收　#1", "已答复，待企业确认　#1", "已签收　#2", "已记录措施　#2", "#3 三车间跳闸"]);
});

it("what can be done is done, and what cannot is refused beside it", async () => {
  const { talk } = await five();
  await talk(UNIT, "签收 1", { says: "已签收", does: ["sign #1 in_progress"] });
  const answer = await talk(UNIT, "签收 1\n签收 2\n进度 99", { says: [], does: ["sign #2 in_progress"] });
  inOrder(answer, ["#1 已由王建国", "已签收　#2", "#99：这里没有这个编号的诉求"]);
});

it("clauses that begin with a number are understood each for itself, and what needs a yes is asked", async () => {
  const { talk } = await five();
  const answer = await talk(UNIT, "4签收，5不是我们的，应该是经发局的", { says: [], does: ["sign #4 in_progress"] });
  inOrder(answer, ["已签收　#4", "申请退单吗？#5", "「是」"]);
  await talk(UNIT, "是", { says: "已申请退单", does: ["return #5 dispatched"] });
});

it("one thing is asked at a time: what would be asked behind it is named as not done", async () => {
  const { talk } = await five();
  await talk(UNIT, "签收 1、2", { says: [], does: ["sign #1 in_progress", "sign #2 in_progress"] });
  const answer = await talk(UNIT, "答复 1\n延期 2\n签收 3", { says: [], does: ["sign #3 in_progress"] });
  inOrder(answer, ["「答复」#1 的内容", "#2 「延期」没有办理，请另发一次", "已签收　#3"]);
  await talk(UNIT, "已修好", { says: "已答复，待企业确认　#1", does: ["answer #1 answered"] });
});

variant("全部 is everything that it can be done with, and said where there is nothing", async () => {
  const { talk } = await five();
  await talk(UNIT, "签收 2", { says: "已签收", does: ["sign #2 in_progress"] });
  const signed = [1, 3, 4, 5].map((id) => `sign #${id} in_progress`);
  inOrder(await talk(UNIT, "全部签收", { says: [], does: signed }), ["已签收　#1", "已签收　#3", "已签收　#5"]);
  await talk(UNIT, "全部签收", { says: "现在没有可以「签收」的诉求" });
  await talk(COMPANY, "全部签收", { says: "您没有「签收」权限" });
  const urged = TEXTS.map((_, index) => `urge #${index + 1} in_progress`);
  await talk(COMPANY, "全部催办", { says: ["已催办　#1", "已催办　#5"], does: urged });
});

variant("全部 of what cannot be undone is shown first, and done after one yes in the order shown", async () => {
  const { talk } = await five();
  const shown = await talk(COMPANY, "全部撤回", { says: "「是」" });
  inOrder(
    shown,
    TEXTS.map((text, index) => `撤回这件诉求吗？#${index + 1} ${text}`),
  );
  const does = TEXTS.map((_, index) => `withdraw #${index + 1} withdrawn`);
  inOrder(await talk(COMPANY, "是", { says: [], does }), ["已撤回　#1", "恢复 1", "已撤回　#5", "恢复 5"]);
});

variant("several issues in lines with their word are filed each, and numbers alone are asked about each", async () => {
  const { talk } = await five();
  const does = ["submit #6 dispatched", "submit #7 dispatched"];
  inOrder(await talk(COMPANY, "诉求 停水一车间\n诉求 路面坑洼", { says: [], does }), [
    "已收到 #6",
    "自来水公司",
    "已收到 #7",
    "交通运输局",
  ]);
  inOrder(await talk(COMPANY, "6和7", { says: [] }), ["#6 停水一车间", "#7 路面坑洼"]);
});

it("the coordinator's lines are moves of different kinds", async () => {
  const { talk } = await five();
  const does = ["dispatch #3 dispatched", "supervise #4 dispatched", "note #5 dispatched"];
  const answer = await talk("李敏 direct", "转派 3 经发局 不属供电\n督办 4 尽快办\n备注 5 已电话告知", {
    says: [],
    does,
  });
  inOrder(answer, ["#3", "已督办", "#4", "已备注", "#5"]);
});
