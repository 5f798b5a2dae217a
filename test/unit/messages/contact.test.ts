import { describe, expect, it } from "vitest";
import type { Audience } from "../../../src/domain/issue/audience.ts";
import type { Issue } from "../../../src/domain/issue/issue.ts";
import { firstPhone } from "../../../src/messages/escape.ts";
import { Reader } from "../../../src/messages/reader.ts";
import { COMPANY, issue, ORG, on, parkOf } from "../../support/domain.ts";

const PARK = parkOf({
  people: ORG.people.map((one) => {
    if (one.name === "周长友") return { ...one, phone: "668011" };
    return one.name === "李敏" ? { ...one, phone: "668001" } : one;
  }),
});
const POWER: Audience = { kind: "department", department: "power" };
const OTHERS: readonly Audience[] = [
  { kind: "enterprise", chat: "qiye" },
  { kind: "company", actor: COMPANY },
  { kind: "supervision" },
];
const contact = (more: Partial<Issue>, audience: Audience = POWER) =>
  new Reader(audience, { park: PARK, now: on("11-17 10:00") }).issue(issue(more)).contact;
const by = (name: string, userId: string) => ({
  reporter: { name, platform: "wecom", userId, verified: true } as const,
});

describe("whom to call about an issue", () => {
  it("is who raised it, by the number of the org file before the one in the text", () => {
    expect(contact({ text: "停电，电话 13800001234" })).toBe("周长友 668011");
    expect(contact({ ...by("吴晓燕", "wuxiaoyan"), text: "停电，电话 138-0000-1234" })).toBe("吴晓燕 138-0000-1234");
    expect(contact({ ...by("吴晓燕", "wuxiaoyan"), text: "停电" })).toBe("吴晓燕");
  });

  it("is a guest by his own words alone, also where he goes by the name of somebody in the org file", () => {
    expect(contact({ ...by("小李", "guest-1"), text: "停电，座机 0746-8880002" })).toBe("小李 0746-8880002");
    for (const name of ["李敏", "陈立新", "王建国"])
      expect(contact({ ...by(name, "guest-1"), text: "停电" })).toBe(name);
  });

  it("is the company's people, when the park raised it for them or who raised it is another's now", () => {
    expect(contact(by("李敏", "limin"))).toBe("周长友 668011、吴晓燕");
    expect(contact({ ...by("李敏", "limin"), text: "停电，电话 13800001234" })).toBe(
      "周长友 668011、吴晓燕、诉求中留的电话 13800001234",
    );
    expect(contact(by("陈立新", "chenlixin"))).toBe("周长友 668011、吴晓燕");
  });

  it("is a number alone of who came by the form, masked until it is asked for", () => {
    const about = issue({ reporter: { name: "星驰新材料", platform: "form", userId: "13900001234", verified: false } });
    for (const audience of [POWER, { kind: "coordinator" }] as const) {
      const reader = new Reader(audience, { park: PARK, now: on("11-17 10:00") });
      expect(reader.masking().issue(about).contact).toBe("扫码填报，电话 139****1234");
      expect(reader.masking().revealing().issue(about).contact).toBe("扫码填报，电话 13900001234");
    }
  });

  it("is told the departments and the coordinator; of a confidential issue the coordinator alone", () => {
    for (const audience of OTHERS) expect(contact({ text: "停电 13800001234" }, audience)).toBeNull();
    expect(contact({ confidential: true })).toBeNull();
    expect(contact({ confidential: true }, { kind: "coordinator" })).toBe("周长友 668011");
  });
});

describe("the first number in a text", () => {
  it.each([
    ["打13800001234或0746-8880002", "13800001234"],
    ["0746-8880002 转人事", "0746-8880002"],
    ["电话：8880002", "8880002"],
    ["订单号 20261130123456，损失 350000 元", null],
    ["#12 停电两次", null],
  ])("of %s is %s", (text, phone) => {
    expect(firstPhone(text)).toBe(phone);
  });
});
