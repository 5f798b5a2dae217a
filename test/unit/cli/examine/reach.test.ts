import { describe, expect, it } from "vitest";
import { checkReach } from "../../../../src/cli/examine/reach.ts";
import type { Chat, DigestSpec, Org } from "../../../../src/domain/park/org.ts";
import { ORG, parkOf } from "../../../support/domain.ts";

const DIGESTS: readonly DigestSpec[] = [
  { chat: "qiye", kind: "enterprise-weekly", cron: "0 17 * * 5" },
  { chat: "gongdian", kind: "department-daily", cron: "30 8 * * 1-5" },
  { chat: "duban", kind: "supervision-weekly", cron: "30 8 * * 1" },
  { chat: "duban", kind: "supervision-monthly", cron: "0 9 1 * *" },
  { kind: "common-weekly", cron: "0 9 * * 1" },
  { kind: "coordinator-daily", cron: "30 8 * * 1-5" },
];

function notes(
  parts: Partial<Org> = {},
  reaches: readonly string[] = ["wecom", "dingtalk"],
  canPost: (chat: Chat) => boolean = () => true,
): readonly string[] {
  const findings = checkReach(parkOf({ digests: DIGESTS, ...parts }, reaches), canPost);
  expect(findings.filter((one) => one.verdict !== "note")).toEqual([]);
  return findings.map((one) => one.text);
}

describe("what an org file means for reaching people", () => {
  it("needs no word when everybody can be reached and every digest is there", () => {
    expect(notes()).toEqual([]);
  });

  it("names the departments with neither a group nor an officer who can be reached", () => {
    expect(notes({}, ["wecom"])).toContainEqual(
      expect.stringMatching(/^2 departments have neither a group nor .*: 经济发展局, 建设管理局$/),
    );
  });

  it("tells the liaisons of a WeCom park in one line, ten by name", () => {
    const people = Array.from({ length: 40 }, (_, index) => ({
      name: `联络员${index + 1}`,
      role: "liaison" as const,
      enterprise: "zhongsu",
      wecom: `liaison-${index + 1}`,
    }));
    const told = notes({ people: [...ORG.people, ...people] }, ["dingtalk"]).filter((one) => one.includes("liaison"));
    expect(told).toEqual([
      expect.stringMatching(/reaches 43 liaisons: .*: 周长友, 吴晓燕, 陈立新, 联络员1, .*联络员7 and 33 more$/),
    ]);
  });

  it("says where a coordinator or leader is told instead, and that nobody is without a supervision group", () => {
    expect(notes({}, ["dingtalk"])).toContainEqual(
      "no direct message reaches 1 coordinator or leader, told in the supervision group instead: 赵长河",
    );
    const chats = ORG.chats.filter((one) => one.audience !== "supervision");
    const alone = notes({ chats }, []);
    expect(alone).toContainEqual(expect.stringContaining("no chat has the audience supervision"));
    expect(alone).toContainEqual(expect.stringMatching(/2 coordinators and leaders, and .*nobody.*: 李敏, 赵长河$/));
  });

  it("says that nobody is a leader", () => {
    const people = ORG.people.filter((one) => one.role !== "leader");
    expect(notes({ people })).toEqual([expect.stringContaining("nobody is a leader")]);
  });

  it("names DingTalk groups that nothing can be posted to, and leaves WeCom's to the org file's own warning", () => {
    expect(notes({}, undefined, () => false)).toEqual([expect.stringMatching(/DINGTALK_CLIENT_ID.*: 供电公司群$/)]);
  });

  it("names the kinds of digest that nobody gets", () => {
    expect(notes({ digests: DIGESTS.slice(0, 5) })).toEqual([
      "digests that the org file does not have: coordinator-daily (the coordinator hears nothing daily)",
    ]);
  });
});
