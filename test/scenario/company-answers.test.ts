import { expect, it } from "vitest";
import { talkIn } from "../support/dialogue.ts";
import { openQuietPark } from "../support/story.ts";

/** What a company says of its own issue in its own words: to an answer, behind what it took back, and of whom it is kept from. */

const MORNING = "2026-11-16T09:00:00+08:00";

async function open() {
  const park = await openQuietPark(MORNING);
  return { park, talk: await talkIn(park) };
}

it("a mark for an answer closes it and is its mark, and asked why it is not solved it is no reason", async () => {
  const { park, talk } = await open();
  await talk("彭丽 qiye", "诉求 门口路灯不亮", { says: "已收到 #1", does: ["submit #1 dispatched"] });
  await talk("曾敏 jianshe", "答复 1 已经换好", {
    says: "已答复",
    does: ["sign #1 in_progress", "answer #1 answered"],
  });
  await talk("彭丽 qiye", "未解决 1", { says: "请说明「未解决」#1 的原因" });
  await talk("彭丽 qiye", "我是说打三分", { says: ["办结吗？", "我是说打三分", "尚未解决的"], not: /退回/u });
  await talk("彭丽 qiye", "是", {
    says: ["已办结：已解决", "已评价 3 分"],
    not: /请打分/u,
    does: ["solved #1 closed", "rate #1 closed"],
  });
  await talk("彭丽 qiye", "4", { says: "未能识别" });
  expect(park.said("jianshe").join()).toContain("企业评价 3 分");
  await talk("彭丽 qiye", "诉求 厂区北门路灯不亮", { says: "已收到 #2", does: ["submit #2 dispatched"] });
  await talk("曾敏 jianshe", "答复 2 已经换好", {
    says: "已答复",
    does: ["sign #2 in_progress", "answer #2 answered"],
  });
  await talk("彭丽 qiye", "已解决 2 五分，很快", { says: "已评价 5 分", does: ["solved #2 closed", "rate #2 closed"] });
});
