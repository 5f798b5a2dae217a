import { describe, expect, it } from "vitest";
import { differencesOf, undoneBy } from "../../../src/org/differences.ts";
import { edited, writtenIn } from "../../../src/org/edit.ts";
import { loadOrg } from "../../../src/org/load.ts";
import { newVariables, withoutSecrets, withSecretsOf } from "../../../src/org/secrets.ts";
import { referencesTo, referring } from "../../../src/org/used.ts";

const ORG = `# 园区
park: { name: 永州经开区 }
departments:
  - { code: power, name: 供电公司, level: city, trackedBy: economy } # 市直
  - code: economy
    name: 经济发展局
categories:
  - { code: power, name: 用电, department: power, keywords: [停电] }
people:
  # 负责人
  - { name: 王建国, role: head, department: power, dingtalk: "0254571" }
  - { name: 杨帆, role: head, department: economy, phone: "13800001111" }
chats:
  # 地址 https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=in-a-comment
  - code: duban
    platform: wecom
    chatId: wr1
    name: 督办群
    audience: supervision
    webhook: https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=plain-key
  - { code: qiye, platform: wecom, chatId: wr2, name: 企业群, audience: enterprise, webhook: "\${QIYE}" }
policy:
`;
const ENV = { QIYE: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=of-qiye" };

function orgOf(text: string, env: Record<string, string> = ENV) {
  const loaded = loadOrg(text, env);
  if ("errors" in loaded) throw new Error(JSON.stringify(loaded.errors));
  return loaded.org;
}

describe("an org file that is changed", () => {
  it("keeps what is not changed as it is written, comments and leading zeros too", () => {
    const text = edited(ORG, [
      {
        kind: "put",
        section: "people",
        at: 0,
        fields: new Map([
          ["dingtalk", "007"],
          ["wecom", "wangjg"],
        ]),
      },
      {
        kind: "put",
        section: "people",
        at: null,
        fields: new Map([
          ["name", "刘洋"],
          ["role", "officer"],
          ["department", "power"],
        ]),
      },
      {
        kind: "put",
        section: "enterprises",
        at: null,
        fields: new Map<string, string | string[]>([
          ["code", "e1"],
          ["name", "甲"],
          ["aliases", ["乙"]],
        ]),
      },
      { kind: "set", path: ["policy", "categories", "power", "sign", "urgent"], value: "30m" },
      { kind: "remove", section: "chats", at: 1 },
    ]);
    for (const kept of [
      "# 园区",
      "# 市直",
      "# 负责人",
      "  - code: economy\n    name: 经济发展局",
      'phone: "13800001111"',
    ])
      expect(text).toContain(kept);
    const org = orgOf(text);
    expect(org.people.map(({ name, dingtalk }) => [name, dingtalk])).toEqual([
      ["王建国", "007"],
      ["杨帆", undefined],
      ["刘洋", undefined],
    ]);
    expect(org.enterprises).toEqual([{ code: "e1", name: "甲", aliases: ["乙"] }]);
    expect(org.policy.categories).toEqual({ power: { sign: { urgent: "30m" } } });
    // What is empty then goes with it.
    const without = edited(text, [
      { kind: "set", path: ["policy", "categories", "power", "sign", "urgent"], value: undefined },
    ]);
    expect(writtenIn(without)["policy"]).toEqual({});
    expect(orgOf(without).policy.categories).toEqual({});
  });

  it("has what refers to a code refer to another", () => {
    const org = orgOf(ORG);
    const found = referencesTo(org, "departments", "economy");
    expect(found.map(({ section, field, name }) => [section, field, name])).toEqual([
      ["departments", "trackedBy", "供电公司"],
      ["people", "department", "杨帆"],
    ]);
    const moved = orgOf(edited(ORG, referring(referencesTo(org, "departments", "power"), "power", "economy")));
    expect([moved.categories[0]?.department, moved.people[0]?.department]).toEqual(["economy", "economy"]);
  });
});

describe("two orgs", () => {
  const base = orgOf(ORG);
  const board = orgOf(
    ORG.replace("13800001111", "13800002222").replace(
      "- { name: 王建国",
      "- { name: 甲, role: leader }\n  - { name: 王建国",
    ),
  );

  it("differ in what is told of them, with what was there before", () => {
    expect(differencesOf(base, board)).toEqual([
      {
        part: "person",
        key: "甲",
        label: "甲",
        verb: "added",
        fields: [
          { field: "name", from: undefined, to: "甲" },
          { field: "role", from: undefined, to: "leader" },
        ],
      },
      {
        part: "person",
        key: "杨帆",
        label: "杨帆",
        verb: "changed",
        fields: [{ field: "phone", from: "13800001111", to: "13800002222" }],
      },
    ]);
  });

  it.each<[string, string, readonly string[]]>([
    ["the file of before", ORG, ["甲", "杨帆"]],
    ["one that has one of both", ORG.replace("13800001111", "13800002222"), ["甲"]],
    [
      "one with another value",
      ORG.replace("13800001111", "13800003333").replace(
        "- { name: 王建国",
        "- { name: 甲, role: leader }\n  - { name: 王建国",
      ),
      ["杨帆"],
    ],
  ])("are undone by %s", (_what, next, keys) => {
    expect(undoneBy(base, board, orgOf(next)).map(({ key }) => key)).toEqual(keys);
  });

  it("are not undone by what has all of it, whatever else it has", () => {
    const next = ORG.replace("13800001111", "13800002222")
      .replace("- { name: 王建国", "- { name: 甲, role: leader, phone: '668001' }\n  - { name: 王建国")
      .replace("停电", "跳闸");
    expect(undoneBy(base, board, orgOf(next))).toEqual([]);
    // What was taken away on the board and is there again is undone.
    const fewer = orgOf(ORG.replace(/ {2}- \{ name: 杨帆.*\n/, ""));
    expect(undoneBy(base, fewer, base).map(({ key }) => key)).toEqual(["杨帆"]);
  });
});

describe("an org file that is given away", () => {
  it("has names in place of its secrets, comments included, and gets them back where they are known", () => {
    const { text, names } = withoutSecrets(ORG);
    expect(names).toEqual(["DUBAN_WEBHOOK"]);
    expect(text).not.toMatch(/plain-key|in-a-comment/);
    expect(text).toContain('webhook: "${QIYE}"');
    expect(orgOf(withSecretsOf(text, ORG, ENV))).toEqual(orgOf(ORG));
    // Where the environment has a value for the name, that is meant.
    expect(withSecretsOf(text, ORG, { ...ENV, DUBAN_WEBHOOK: "x" })).toBe(text);
    expect(withSecretsOf("people: [", ORG, ENV)).toBe("people: [");
  });

  it("takes nothing from the environment where people read, but what it took before", () => {
    const before = writtenIn(ORG.replace("永州经开区", '"${PARK}"'));
    const after = writtenIn(
      ORG.replace("永州经开区", '"${PARK}"').replace("供电公司", '"${HOME}"').replace('"${QIYE}"', '"${OTHER}"'),
    );
    expect(newVariables(after, before)).toEqual(["${HOME}"]);
  });
});
