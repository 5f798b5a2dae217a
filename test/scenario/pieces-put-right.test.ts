import { expect, it } from "vitest";
import { talkIn } from "../support/dialogue.ts";
import { openQuietPark } from "../support/story.ts";

/** A piece of what an official has just sent, put right in a few words: the text is shown anew with it, and nothing that was shown is lost. */

async function opened() {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  const talk = await talkIn(park);
  await talk("周长友 qiye", "诉求 三车间昨晚停电两次", { says: "#", does: ["submit #1 dispatched"] });
  await talk("王建国 gongdian", "签收 1", { says: "#1", does: ["sign #1 in_progress"] });
  return { park, talk };
}

it("of a 进展 goes to the company once more, after a yes", async () => {
  const { park, talk } = await opened();
  await talk("王建国 gongdian", "进展 1 已换12个熔断器，下周一送电", { says: "#1", does: ["progress #1 in_progress"] });
  await talk("王建国 gongdian", "啊不对，换了15个", { says: ["更正：已换15个熔断器，下周一送电", "「是」"] });
  await talk("王建国 gongdian", "是", { says: "#1", does: ["progress #1 in_progress"] });
  expect(park.said("qiye").at(-1)).toContain("更正：已换15个熔断器，下周一送电");
  await talk("王建国 gongdian", "不对，是下周三送", { says: "更正：已换15个熔断器，下周三送电" });
});

it("of an answer is its correction", async () => {
  const { talk } = await opened();
  await talk("王建国 gongdian", "答复 1 已更换三台变压器，明晚送电", { says: "#1", does: ["answer #1 answered"] });
  await talk("王建国 gongdian", "等下，台数搞错了，是两台", { says: ["更正", "已更换两台变压器，明晚送电"] });
  await talk("王建国 gongdian", "是", { says: "#1", does: ["correct #1 answered"] });
  await talk("王建国 gongdian", "说错了是今晚", { says: "已更换两台变压器，今晚送电", not: /电话/u });
});

it("of a text that was offered is shown with it, and done by the yes", async () => {
  const { park, talk } = await opened();
  await talk("周长友 qiye", "诉求 门口变压器嗡嗡响", { says: "#", does: ["submit #2 dispatched"] });
  await talk("王建国 gongdian", "2号收到，本周六在厂区搞一次检修，专门给中塑留两个班组", { says: "「是」" });
  await talk("王建国 gongdian", "哦不是周六，是周日", { says: ["周日在厂区搞一次检修", "「是」"] });
  const done = await park.say("王建国", "gongdian", "好");
  expect(done).toContain("#2");
  expect(await park.say("王建国", "gongdian", "进度 2")).toContain("周日在厂区搞一次检修");
});
