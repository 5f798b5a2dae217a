import { describe, expect, it } from "vitest";
import { type Spoken, said, saidInFull } from "../../../support/talk.ts";

/** Two matters that were shown as one new issue are shown again as two, in the words in which they were told. */

const LIAISON = { who: "liaison", place: "direct" } as const;

function offered(text: string): Spoken {
  return { ...LIAISON, pending: { ask: "submit?", text } };
}

const [TRIPS, ROAD] = ["我们车间早上又跳匝了，机床停了三台", "厂门口那条路 大车压得全是坑"];
const LINES = offered(`${TRIPS}\n还有就是${ROAD}`);

describe("what was shown as one and is several", () => {
  it.each([
    "不对 这是两个事 跳闸一个 路一个",
    "不对不对 分开算两件",
    "不对，这个不是一起的，是两件事来的",
    "这个是两码事 跳闸一个 路一个",
    "哎 这是两件事啊",
    "分开报",
    "不是一回事 你给我分开",
    "别合在一起",
    "跳闸归跳闸 路归路，两个事",
    "是两件事 跳闸的算一件，路的算一件",
    "怎么搞成一个了 两个事啊",
    "应该是两个诉求才对",
    "拆成两个报吧",
  ])("is shown as several: %s", (text) => {
    expect(saidInFull(text, LINES)).toEqual([`offer submit - ${TRIPS}`, `offer submit - ${ROAD}`]);
  });

  it.each([
    ["车间漏雨，还有叉车没地方充电", "这是两个事 漏雨一个 充电一个", ["车间漏雨", "叉车没地方充电"]],
    ["车间漏雨还有叉车没地方充电", "不对 分成两件", ["车间漏雨", "叉车没地方充电"]],
    ["晚班没有班车，宿舍热水也停了三天", "两个事 班车一个 热水一个", ["晚班没有班车", "宿舍热水也停了三天"]],
    [
      "路灯不亮\n晚上都不敢走\n另外食堂的油烟太大\n熏得人头痛",
      "这是两个问题",
      ["路灯不亮\n晚上都不敢走", "食堂的油烟太大\n熏得人头痛"],
    ],
    ["门口积水\n宿舍停电\n公交车太少", "分成三个 积水一个 停电一个 公交一个", ["门口积水", "宿舍停电", "公交车太少"]],
    ["门口积水\n很深\n宿舍停电", "停电归停电，积水归积水，不是一起的", ["宿舍停电", "门口积水\n很深"]],
  ])("%s, parted by %s", (text, said, parts) => {
    expect(saidInFull(said, offered(text))).toEqual(parts.map((part) => `offer submit - ${part}`));
  });

  it("stays as it is shown where nothing in it can be told apart", () => {
    expect(saidInFull("不对 这不是一件事", offered("晚班没有班车"))).toEqual(["offer submit - 晚班没有班车"]);
  });

  it.each(["不对，是两个车间跳闸", "机床停了两台，不是一台", "是", "对，报吧", "不用了", "两个车间都停了一天"])(
    "and other words part nothing: %s",
    (text) => {
      expect(saidInFull(text, LINES)).not.toContain(`offer submit - ${TRIPS}`);
    },
  );

  it("means apart from another issue where nothing was put together", () => {
    expect(said("这是两码事", offered("晚班没有班车"))).toBe("do submit");
  });
});
