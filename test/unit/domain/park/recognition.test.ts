import { describe, expect, it } from "vitest";
import { claimIn, isFounded, withNickname } from "../../../../src/domain/park/claim.ts";
import { createDirectory } from "../../../../src/domain/park/directory.ts";
import type { Org, Person } from "../../../../src/domain/park/org.ts";
import { approvedAs, withRecognised } from "../../../../src/domain/park/recognition.ts";
import { GONE } from "../../../../src/messages/zh-cn/places.ts";
import { ORG } from "../../../support/domain.ts";

const WANG: Person = { name: "王建国", role: "head", department: "power", phone: "0746-888 0001" };
const LIU: Person = { name: "刘洋", role: "officer", department: "power", dingtalk: "0254572" };
const LUO: Person = { name: "王建", role: "liaison", enterprise: "zhongsu", phone: "+86 138 0000 1111" };
const PARK: Org = { ...ORG, people: [WANG, LIU, LUO] };
const DIRECTORY = createDirectory(PARK, GONE);

describe("who somebody says he is", () => {
  it.each<[string, string, readonly string[]]>([
    ["王建国 07468880001", "王建国", ["phone"]],
    ["供电公司的王建国", "王建国", ["unit"]],
    ["０７４６－８８８０００１，王建国（供电公司 负责人）", "王建国", ["phone", "unit"]],
    ["王 建国", "王建国", []],
    ["王建国，电话 13911112222", "王建国", []],
    ["王建 13800001111", "王建", ["phone"]],
    ["中塑科技 王建经理", "王建", ["unit"]],
  ])("%s", (said, name, evidence) => {
    expect(claimIn(said, DIRECTORY)).toMatchObject({ person: { name }, evidence });
  });

  it.each([
    "王建国机械有限公司",
    "王建国机械有限公司 13911112222",
    "赵无名 13800001111",
    "中塑科技",
    "王建国和刘洋",
    "",
    "13800001111",
    "经发局的王建国",
  ])("is nobody in «%s»", (said) => {
    expect(claimIn(said, DIRECTORY)).toBeNull();
  });

  it("is likely by the name that the platform shows, and by nothing when only a name is said", () => {
    const claim = claimIn("王建国", DIRECTORY);
    if (claim === null) throw new Error("nobody");
    expect(isFounded(claim)).toBe(false);
    expect(isFounded(withNickname(claim, "王建国（供电）"))).toBe(true);
    expect(isFounded(withNickname(claim, "wangjg"))).toBe(false);
  });
});

describe("who was recognised", () => {
  const recognised = (userId: string, person: Person) =>
    ({ platform: "dingtalk", userId, person: approvedAs(person) }) as const;
  const idOf = (org: Org, name: string) => org.people.find((one) => one.name === name)?.dingtalk;

  it("has the account in the park while he is who was approved, and the later of two", () => {
    const list = [recognised("1", WANG), recognised("2", WANG), recognised("3", { ...LUO, enterprise: "other" })];
    const org = withRecognised(PARK, list);
    expect(idOf(org, "王建国")).toBe("2");
    expect(idOf(org, "王建")).toBeUndefined();
    for (const change of [{ role: "officer" }, { department: "economy" }] as const) {
      expect(idOf(withRecognised({ ...PARK, people: [{ ...WANG, ...change }] }, list), "王建国")).toBeUndefined();
    }
    expect(idOf(withRecognised({ ...PARK, people: [{ ...WANG, phone: "668001" }] }, list), "王建国")).toBe("2");
  });

  it("gives way to an id of the org file, his own or another's", () => {
    expect(idOf(withRecognised(PARK, [recognised("9", LIU)]), "刘洋")).toBe("0254572");
    expect(idOf(withRecognised(PARK, [recognised("0254572", WANG)]), "王建国")).toBeUndefined();
    expect(withRecognised(PARK, [])).toBe(PARK);
  });
});
