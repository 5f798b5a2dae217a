import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { reasonText, route } from "../../../src/domain/issue/routing.ts";
import { createDirectory } from "../../../src/domain/park/directory.ts";
import { DIGEST_NAMES } from "../../../src/domain/park/org.ts";
import { GONE } from "../../../src/messages/zh-cn/places.ts";
import { loadOrg } from "../../../src/org/load.ts";

const text = readFileSync(new URL("../../../src/org/sample-park.yaml", import.meta.url), "utf8");
const loaded = loadOrg(text, {
  SAMPLE_WECOM_BASE: "http://127.0.0.1:3000/sandbox/wecom",
  SAMPLE_DINGTALK_BASE: "http://127.0.0.1:3000/sandbox/dingtalk",
  SAMPLE_DINGTALK_SECRET: "SECsample",
  WECOM_API_BASE: "http://127.0.0.1:3000",
  DINGTALK_OAPI_BASE: "http://127.0.0.1:3000",
});
if ("errors" in loaded) throw new Error(JSON.stringify(loaded.errors, null, 2));
const { org, warnings } = loaded;
const directory = createDirectory(org, GONE);

describe("the sample park", () => {
  it("loads without errors and without warnings", () => {
    expect(warnings).toEqual([]);
  });

  it("has somebody in every role and groups for every audience on both platforms", () => {
    expect(new Set(org.people.map(({ role }) => role)).size).toBe(6);
    expect(new Set(org.chats.map(({ audience, platform }) => `${audience} ${platform}`))).toEqual(
      new Set([
        "enterprise wecom",
        "enterprise dingtalk",
        "department wecom",
        "department dingtalk",
        "supervision wecom",
      ]),
    );
    expect(new Set(org.digests.map((one) => one.kind))).toEqual(new Set(DIGEST_NAMES));
    expect(org.themeDay?.chat).toBe("qiye");
  });

  it("has a liaison for every company, a head for every department and a department for every category", () => {
    for (const { code } of org.enterprises)
      expect(
        org.people.some(({ enterprise }) => enterprise === code),
        code,
      ).toBe(true);
    for (const { code } of org.departments) expect(directory.officersOf(code)[0]?.role, code).toBe("head");
    for (const { department } of org.categories) expect(directory.department(department)).toBeDefined();
  });

  it("holds no phone number", () => {
    expect(text).not.toMatch(/1[3-9]\d{9}|0\d{2,3}-\d{7,8}/u);
  });

  it.each([
    ["三车间昨晚停电两次，影响交货", "停电 → 用电 → 供电公司"],
    ["园区停水半天了", "停水 → 供水 → 自来水公司"],
    ["厂里自行车被偷，请加强巡逻", "被偷 → 治安 → 公安分局"],
    ["厂里电缆被偷，请加强巡逻", null],
    ["断网又停水", null],
    ["下班没有公交车，工人回不了城", "公交车 → 公交 → 交通运输局"],
    ["公交站台没有雨棚", "公交站台 → 公交 → 交通运输局"],
    ["招不到人，缺工三十个", "招不到人 → 用工 → 人社局"],
    ["员工子女没有学位", "学位 → 入学 → 教育局"],
    ["想申请公租房", "公租房 → 公租房 → 建设管理局"],
    ["贷款下个月到期，想续贷", "贷款 → 融资 → 财政金融局"],
    ["环评办了三个月", "环评 → 审批 → 行政审批局"],
    ["车间手机信号很差", "手机信号 → 通信 → 通信运营中心"],
    ["永州恒达鞋业有限公司门口有人闹事", "闹事 → 治安 → 公安分局"],
  ])("routes «%s» to %s", (issue, reason) => {
    const routing = route(issue, directory);
    expect(routing.kind === "sure" ? reasonText(routing.reason) : null).toBe(reason);
  });
});
