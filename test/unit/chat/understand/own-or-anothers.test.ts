import { describe, expect, it } from "vitest";
import { own, type Spoken, said } from "../../../support/talk.ts";

/** Which issue a company means: the own one that has the words, before one of others or one that merely was answered. */

const HOLE = { ...own(7, "in_progress", "园区大道路面有坑"), mine: false };
const OWN_HOLE = own(21, "in_progress", "厂门口路上有个大坑");
const SIGN = own(23, "in_progress", "英文路牌翻译错了");

describe("我们也是", () => {
  const inGroup = (issues: Spoken["issues"]): Spoken => ({ who: "liaison", place: "enterprise", issues: issues ?? [] });

  it.each(["路上那个坑我们也是", "路上的坑我们也有", "路上那个坑我们也是，车都颠坏了", "路上大坑我们厂也有"])(
    "is of the own issue, where there is one: %s",
    (text) => {
      expect(said(text, inGroup([HOLE, OWN_HOLE]))).toBe("offer supplement 21");
      expect(said(text, inGroup([HOLE, SIGN]))).toBe("offer join 7");
    },
  );

  it.each(["我们没停，同感个啥", "同感什么，我们好得很", "我们又没坑，同啥感", "同感个屁"])(
    "is not said by who has it not: %s",
    (text) => {
      expect(said(text, inGroup([HOLE, SIGN]))).toBe("silence");
      const pending = { ask: "confirm" as const, step: { do: "join", n: 7 } };
      expect(said(text, { ...inGroup([HOLE, SIGN]), pending })).toBe("silence");
    },
  );
});

describe("没好", () => {
  const DRAIN = own(31, "answered", "厂区排水沟堵了");
  const PRESSURE = own(40, "in_progress", "车间水压太低");
  const spoken = (...issues: NonNullable<Spoken["issues"]>): Spoken => ({ who: "liaison", place: "direct", issues });

  it.each(["我们水压没好", "水压还是没好", "水压太低没好", "车间水压还没修好"])(
    "is of the one at work that has its words, and not of the one that was answered: %s",
    (text) => {
      expect(said(text, spoken(DRAIN, PRESSURE))).toBe("offer supplement 40");
      expect(said(text, spoken(DRAIN, { ...PRESSURE, state: "answered" }))).toBe("offer unsolved 40");
    },
  );

  it.each(["没用，刚刚又停了两台，罚款都不怕", "没效果，又来了", "排水沟没好"])(
    "without words of another it is of the one that was answered: %s",
    (text) => {
      expect(said(text, spoken(DRAIN, own(82, "in_progress", "孩子转学要什么材料")))).toBe("offer unsolved 31");
    },
  );
});

describe("也不要", () => {
  const issues = [own(82, "in_progress", "孩子转学要什么材料"), own(94, "in_progress", "打印纸没了")];

  it.each(["还有打印纸那个也不要", "打印纸那个也不要", "打印纸的也不用", "94也撤", "94号也不要", "打印纸那个也免了"])(
    "takes another one back: %s",
    (text) => {
      expect(said(text, { who: "liaison", place: "direct", issues })).toBe("offer withdraw 94");
    },
  );

  it.each(["我们连打印纸也不要涨价", "打印纸那个也不要拖"])("and not where more is said: %s", (text) => {
    expect(said(text, { who: "liaison", place: "direct", issues })).not.toContain("withdraw");
  });
});

it.each(["我们仓库里进贼了，丢了两台冻品", "仓库丢了三箱货", "昨晚有人撬锁，丢失一台电脑"])(
  "a theft is no part of a road: %s",
  (text) => {
    expect(said(text, { who: "liaison", place: "direct", issues: [own(4, "in_progress", "门口的路坑坑洼洼")] })).toBe(
      "offer submit",
    );
  },
);
