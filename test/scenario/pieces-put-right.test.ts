import { expect, it } from "vitest";
import { talkIn } from "../support/dialogue.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

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

variant("of an answer is its correction", async () => {
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

it("of an answer that was sent is its correction, and never told of another issue", async () => {
  const { park, talk } = await opened();
  await talk("何静 qiye", "诉求 八车间电压不稳", { says: "#", does: ["submit #2 dispatched"] });
  await talk("王建国 gongdian", "答复 1 已更换熔断器，今天下午三点送电", {
    says: "#1",
    does: ["answer #1 answered"],
  });
  await talk("王建国 gongdian", "改成：变压器已换新，明天中午送电", {
    says: ["更正", "#1", "变压器已换新，明天中午送电", "「是」"],
    not: /#2/u,
  });
  await talk("王建国 gongdian", "算了", { says: [] });
  await talk("王建国 gongdian", "把下午三点改成明早八点，其他不变", {
    says: ["更正", "已更换熔断器，明早八点送电", "「是」"],
  });
  await talk("王建国 gongdian", "是", { says: "#1", does: ["correct #1 answered"] });
  expect(park.said("qiye").at(-1)).toContain("已更换熔断器，明早八点送电");
  await talk("王建国 gongdian", "改成今晚八点前送电，给贵司添麻烦了", { says: ["更正", "#1", "今晚八点前送电"] });
});

variant("of a draft that cannot be sent is changed in it, and what changes it is not sent", async () => {
  const { park, talk } = await opened();
  await talk("王建国 gongdian", "答复 1 已更换开关，今天下午三点送电", { says: "#1", does: ["answer #1 answered"] });
  await talk("周长友 qiye", "已解决 1", { says: "#1", does: ["solved #1 closed"] });
  await talk("何静 qiye", "诉求 五车间昨晚停电两次", { says: "#", does: ["submit #2 dispatched"] });
  await talk("王建国 gongdian", "签收2，参考1", { says: ["已签收", "不能直接发送"], does: ["sign #2 in_progress"] });
  await talk("王建国 gongdian", "今天下午三点改成明早八点，别的照旧", {
    says: ["作为答复发给企业", "已更换开关，明早八点送电", "「是」"],
  });
  await talk("王建国 gongdian", "明早改成今晚", { says: ["已更换开关，今晚八点送电"] });
  await talk("王建国 gongdian", "五点改成六点", { says: ["没有改动", "已更换开关，今晚八点送电"] });
  await talk("王建国 gongdian", "是", { says: "#2", does: ["answer #2 answered"] });
  expect(park.said("qiye").at(-1)).toContain("已更换开关，今晚八点送电");
});

it("an hour by which something is promised is kept, also behind the end of work", async () => {
  const { park, talk } = await opened();
  await talk("王建国 gongdian", "1晚上8点前恢复", { says: "20:00", does: ["measure #1 in_progress"] });
  await talk("王建国 gongdian", "措施 1 换熔断器，明天上午10点前", { says: "10:00", does: ["measure #1 in_progress"] });
  expect(await park.say("王建国", "gongdian", "进度 1")).toContain("10:00");
});
