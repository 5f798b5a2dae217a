import { describe, expect, it } from "vitest";
import { own, said } from "../../../support/talk.ts";

/** A day in a report of what was done promises nothing. */

const HEAD: Parameters<typeof said>[1] = {
  who: "head",
  now: "2026-12-07T10:00:00+08:00",
  issues: [own(3, "in_progress", "北门路坑多")],
};

describe("a report of what was done on a day", () => {
  it.each([
    "北门路坑今天补好了",
    "3今天上午修好了",
    "3 今天9点半恢复了",
    "3昨晚好了",
    "3昨天下午就恢复了",
    "3号今早通车了",
    "3刚弄好了",
    "3已处理：12月1日晚10点就恢复了，损失请走保险",
    "3，12月3日修好了",
    "3 12月5号下午已经全部铺完",
    "3早就好了",
    "3恢复了",
    "3的坑12月7日补完了",
  ])("is an answer to be shown: %s", (text) => {
    expect(said(text, HEAD)).toBe("offer answer 3");
  });

  it.each([
    "3今天修好",
    "3今天下午5点前修好",
    "3明天补好",
    "3 12月9日前补好",
    "3今天补了一半，12月9日前全部完成",
    "3 12月1日已进场，12月10日前完工",
  ])("is none where it is only promised: %s", (text) => {
    expect(said(text, HEAD)).toMatch(/measure 3/u);
  });

  it.each(["3今天能修好了", "3今天修好了一半", "3争取今天补好了再报", "3明天补好了就报"])(
    "and no answer where it is not done yet: %s",
    (text) => {
      expect(said(text, HEAD)).not.toMatch(/answer/u);
    },
  );

  it("and a day on which it was not done promises nothing", () => {
    expect(said("3因为下雨今天没补好", HEAD)).not.toMatch(/measure/u);
  });
});
