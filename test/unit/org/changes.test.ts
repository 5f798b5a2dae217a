import { describe, expect, it } from "vitest";
import type { Org } from "../../../src/domain/park/org.ts";
import { describeChanges } from "../../../src/org/changes.ts";

const org: Org = {
  park: { name: "园区", timeZone: "Asia/Shanghai", workingHours: ["08:30-12:00"] },
  departments: [{ code: "power", name: "供电公司", aliases: [], level: "park" }],
  categories: [{ code: "power", name: "用电", aliases: [], department: "power", keywords: ["停电"] }],
  enterprises: [{ code: "zhongsu", name: "中塑科技", aliases: [] }],
  people: [{ name: "李敏", role: "coordinator", wecom: "limin" }],
  chats: [
    {
      code: "qiye",
      platform: "dingtalk",
      chatId: "cid",
      name: "企业群",
      audience: "enterprise",
      webhook: "https://hidden1",
      secret: "hidden2",
    },
  ],
  digests: [{ chat: "qiye", kind: "enterprise-weekly", cron: "0 17 * * 5" }],
  holidays: { off: [], on: [] },
  policy: { limits: { answer: { urgent: "1d", normal: "7d" } }, categories: {}, ladder: {} },
};

describe("what applying an org file changes", () => {
  it("is nothing for the same file, however its entries are ordered or its empty fields written", () => {
    const again: Org = {
      ...structuredClone(org),
      people: [{ wecom: "limin", role: "coordinator", name: "李敏", dingtalk: undefined }],
      policy: { ladder: {}, categories: {}, limits: { answer: { normal: "7d", urgent: "1d" } } },
    };
    expect(describeChanges(org, again)).toEqual([]);
  });

  it("is everything the first time", () => {
    expect(describeChanges(null, org)).toEqual([
      "added department power 供电公司",
      "added category power 用电",
      "added enterprise zhongsu 中塑科技",
      "added person 李敏",
      "added chat qiye 企业群",
      "added digest enterprise-weekly in chat qiye",
    ]);
  });

  it("names what was added, changed and removed, and never a value", () => {
    const [chat] = org.chats;
    if (chat === undefined) throw new Error("the org has a chat");
    const after: Org = {
      ...org,
      park: { ...org.park, timeZone: "UTC" },
      departments: [...org.departments, { code: "water", name: "自来水公司", aliases: [], level: "park" }],
      people: [],
      chats: [{ ...chat, name: "新群", webhook: "https://hidden3", secret: "hidden4" }],
      digests: [{ chat: "qiye", kind: "enterprise-weekly", cron: "0 9 * * 1" }],
      holidays: { off: ["2027-02-05"], on: [] },
      policy: { limits: {}, categories: {}, ladder: {} },
    };
    const changes = describeChanges(org, after);
    expect(changes).toEqual([
      "changed park: timeZone",
      "added department water 自来水公司",
      "removed person 李敏",
      "changed chat qiye: name, webhook, secret",
      "changed digest enterprise-weekly in chat qiye: cron",
      "changed holidays: off",
      "changed policy: limits",
    ]);
    expect(changes.join()).not.toContain("hidden");
  });
});
