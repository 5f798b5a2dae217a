import { describe, it } from "vitest";
import { talkIn } from "../support/dialogue.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** Nobody is asked for a yes to what cannot be done, and what somebody has written does not go without a word. */

const MORNING = "2026-11-16T09:00:00+08:00";

async function open() {
  const park = await openQuietPark(MORNING);
  return { park, talk: await talkIn(park) };
}

describe("what cannot be done", () => {
  it("is not offered: a merging of what is confidential with what is not", async () => {
    const { talk } = await open();
    await talk("周长友 qiye", "诉求 三车间昨晚停电两次", { says: "#", does: ["submit #1 dispatched"] });
    await talk("周长友 direct", "诉求 保密 供电公司的人吃拿卡要", { says: "#", does: ["submit #2 submitted"] });
    await talk("李敏 direct", "2号和1号是一回事，合并了", {
      says: ["#2 现在「待派单」", "派单 2 单位名"],
      not: /合并吗|「是」/u,
    });
    await talk("李敏 direct", "是", { says: "现在没有等您回复的问题" });
  });

  variant("is not offered: a company brings back what it took back days ago", async () => {
    const { park, talk } = await open();
    await talk("周长友 qiye", "诉求 三车间昨晚停电两次", { says: "#", does: ["submit #1 dispatched"] });
    await talk("周长友 qiye", "撤回 1", { says: "#", does: ["withdraw #1 withdrawn"] });
    await park.at("2026-11-19T10:00:00+08:00");
    await talk("周长友 qiye", "1号又停了，还没好", { says: "撤回已超过 1 个工作日", not: /「是」/u });
  });

  variant("is said of the one, and the other is offered", async () => {
    const { talk } = await open();
    await talk("周长友 qiye", "诉求 三车间昨晚停电两次", { says: "#", does: ["submit #1 dispatched"] });
    await talk("周长友 qiye", "诉求 门口路灯不亮", { says: "#", does: ["submit #2 dispatched"] });
    await talk("周长友 qiye", "撤回 1", { says: "#", does: ["withdraw #1 withdrawn"] });
    await talk("周长友 qiye", "唉不对，是2号不用了，一号还是要办", {
      says: ["撤回这件诉求吗？#2", "已恢复", "#1"],
      does: ["restore #1 dispatched"],
    });
    await talk("周长友 qiye", "是", { says: "#", does: ["withdraw #2 withdrawn"] });
  });
});

describe("a number that there cannot be", () => {
  it.each(["查询 12345678901234567890", "进度 98765432109876", "催办 12345678901", "期限 #12345678901"])(
    "is none: %s",
    async (text) => {
      const { talk } = await open();
      await talk("周长友 qiye", "诉求 三车间昨晚停电两次", { says: "#", does: ["submit #1 dispatched"] });
      await talk("周长友 qiye", text, { says: "这里没有这个编号的诉求" });
    },
  );

  it("is text where a text is expected: a phone", async () => {
    const { talk } = await open();
    await talk("周长友 qiye", "诉求 三车间昨晚停电两次", { says: "#", does: ["submit #1 dispatched"] });
    await talk("周长友 qiye", "补充 13800138000", { says: "#", does: ["supplement #1 dispatched"] });
  });
});

describe("a text that was shown and not agreed to", () => {
  it("is said not to be filed yet when something else is done", async () => {
    const { talk } = await open();
    await talk("周长友 qiye", "诉求 三车间昨晚停电两次", { says: "#", does: ["submit #1 dispatched"] });
    await talk("周长友 qiye", "我们厂门口的路灯坏了好几盏，晚上员工下班很不安全", { says: "要作为诉求提交吗？" });
    await talk("周长友 qiye", "催一下1号", {
      says: ["已催办", "路灯坏了好几盏", "还没有提交"],
      does: ["urge #1 dispatched"],
    });
    await talk("周长友 qiye", "进度 1", { not: /不再等待回复/u, says: "待签收" });
  });
});

it("sewage is the construction office's, and drinking water the waterworks'", async () => {
  const { talk } = await open();
  await talk("周长友 qiye", "诉求 污水管堵了，车间门口全是水", { says: "建设管理局", does: ["submit #1 dispatched"] });
  await talk("周长友 qiye", "诉求 雨水管堵塞倒灌", { says: "建设管理局", does: ["submit #2 dispatched"] });
  await talk("周长友 qiye", "诉求 自来水管漏水", { says: "自来水公司", does: ["submit #3 dispatched"] });
});
