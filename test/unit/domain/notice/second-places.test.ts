import { describe, expect, it } from "vitest";
import type { StoredAudience } from "../../../../src/domain/notice/notice.ts";
import type { PersonTarget } from "../../../../src/domain/notice/places.ts";
import { parkWithout, secondPlaces } from "../../../../src/domain/notice/second-places.ts";
import type { Org } from "../../../../src/domain/park/org.ts";
import { EMPTY_ROSTER } from "../../../../src/domain/park/roster.ts";
import { missedText } from "../../../../src/messages/zh-cn/places.ts";
import { issue, ORG, PARK, parkOf } from "../../../support/domain.ts";

interface Case {
  readonly name: string;
  readonly platform: "wecom" | "dingtalk";
  readonly audience: StoredAudience;
  readonly about?: ReturnType<typeof issue> | null;
  readonly parts?: Partial<Org>;
}

/** chat:duban (supervision) ＠李敏, →whom it is to be passed on to. */
function places({ name, platform, audience, about = null, parts = {} }: Case): readonly string[] {
  const park = parkOf(parts);
  const userId = park.directory.person(name)?.[platform] ?? "nobody";
  const target: PersonTarget = { kind: "person", platform, userId, name };
  return secondPlaces(parkWithout(park, target), EMPTY_ROSTER, { target, audience, issue: about }).map((place) => {
    const to = place.target;
    const where = to.kind === "chat" ? `chat:${to.code}` : to.kind === "person" ? `${to.platform}:${to.name}` : "";
    const instead = place.instead === undefined ? "" : ` →${missedText(place.instead, PARK.directory)}`;
    return `${where} (${place.audience.kind})${place.mention.map((one) => ` ＠${one}`).join("")}${instead}`;
  });
}

const without = (...codes: string[]): Partial<Org> => ({ chats: ORG.chats.filter((one) => !codes.includes(one.code)) });
const power = { kind: "department", department: "power" } as const;
const company = { kind: "company", person: "周长友" } as const;

describe("what does not reach somebody of a department directly goes", () => {
  const handler = { name: "王建国", platform: "dingtalk", audience: power } as const;

  it("to the department's group, with a mention", () => {
    expect(places(handler)).toEqual(["chat:gongdian (department) ＠王建国"]);
  });

  it("to the coordinator, who passes it on, where there is no group", () => {
    expect(places({ ...handler, parts: without("gongdian") })).toEqual(["dingtalk:李敏 (coordinator) →王建国"]);
  });

  it("to the other account, where there is one", () => {
    const people = ORG.people.map((one) => (one.name === "王建国" ? { ...one, wecom: "wangjianguo" } : one));
    expect(places({ ...handler, parts: { people } })).toEqual(["wecom:王建国 (department)"]);
  });
});

describe("what does not reach the office directly goes", () => {
  it("of the coordinator to the other account, then to the supervision group for the eyes of that group", () => {
    const coordinator = { name: "李敏", audience: { kind: "coordinator" } } as const;
    expect(places({ ...coordinator, platform: "dingtalk" })).toEqual(["wecom:李敏 (coordinator)"]);
    const people = ORG.people.map((one) => (one.name === "李敏" ? { ...one, dingtalk: undefined } : one));
    const alone = {
      people: people.map(({ dingtalk, ...one }) => (dingtalk === undefined ? one : { ...one, dingtalk })),
    };
    expect(places({ ...coordinator, platform: "wecom", parts: alone })).toEqual(["chat:duban (supervision) ＠李敏"]);
    expect(places({ ...coordinator, platform: "wecom", parts: { ...alone, ...without("duban") } })).toEqual([]);
  });

  it("of a leader to the supervision group, without one to the coordinator", () => {
    const leader = { name: "赵长河", platform: "wecom", audience: { kind: "supervision" } } as const;
    expect(places(leader)).toEqual(["chat:duban (supervision) ＠赵长河"]);
    expect(places({ ...leader, parts: without("duban") })).toEqual(["dingtalk:李敏 (coordinator) →园区领导"]);
  });
});

describe("what does not reach somebody of a company directly goes", () => {
  const reporter = { name: "周长友", platform: "wecom", audience: company } as const;

  it("to the group where the issue is public, and nowhere where it is not", () => {
    expect(places({ ...reporter, about: issue() })).toEqual(["chat:qiye (enterprise) ＠周长友"]);
    expect(places({ ...reporter, about: issue({ publicIn: null }) })).toEqual([
      "dingtalk:李敏 (coordinator) →企业联络员",
    ]);
  });

  it("of a confidential issue to the coordinator alone", () => {
    const secret = issue({ confidential: true, publicIn: null });
    expect(places({ ...reporter, about: secret })).toEqual(["dingtalk:李敏 (coordinator) →企业联络员"]);
    // What was said in a group before is no reason to speak of it there.
    expect(places({ ...reporter, about: issue({ confidential: true, publicIn: "qiye" }) })).toEqual([
      "dingtalk:李敏 (coordinator) →企业联络员",
    ]);
  });

  it("to its other people, of what the park has raised for it; where nobody is reached, to a mention that names no issue", () => {
    const forThem = issue({
      publicIn: null,
      reporter: { name: "李敏", platform: "wecom", userId: "limin", verified: true },
    });
    expect(places({ ...reporter, about: forThem })).toEqual(["wecom:吴晓燕 (company)"]);
    const alone = { people: ORG.people.filter((one) => one.name !== "吴晓燕") };
    expect(places({ ...reporter, about: forThem, parts: alone })).toEqual(["chat:qiye (enterprise) ＠周长友"]);
  });

  it("of no issue to a mention in the group of companies; without one to the coordinator, who hears which company it is", () => {
    expect(places(reporter)).toEqual(["chat:qiye (enterprise) ＠周长友"]);
    expect(places({ ...reporter, parts: without("qiye") })).toEqual([
      "dingtalk:李敏 (coordinator) →湖南中塑科技有限公司",
    ]);
  });
});
