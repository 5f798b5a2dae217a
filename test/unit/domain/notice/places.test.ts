import { describe, expect, it } from "vitest";
import { placesFor } from "../../../../src/domain/notice/hearers.ts";
import { coordinatorPlaces, laneOf, type Place } from "../../../../src/domain/notice/places.ts";
import type { Org } from "../../../../src/domain/park/org.ts";
import type { Park } from "../../../../src/domain/park/park.ts";
import { EMPTY_ROSTER } from "../../../../src/domain/park/roster.ts";
import { missedText } from "../../../../src/messages/zh-cn/places.ts";
import { inProgress, issue, ORG, PARK, parkOf, undispatched } from "../../../support/domain.ts";

const places = (park: Park, about = issue(), to: "company" | "department" | "head" = "department") =>
  named(placesFor(park, about, { to }, EMPTY_ROSTER));

/** chat:gongdian, person:李敏, with ＠ whom to alert and → in whose place. */
function named(list: readonly Place[]): string[] {
  return list.map(({ target, mention, instead }) => {
    const place = target.kind === "chat" ? target.code : target.kind === "person" ? target.name : "reply";
    return `${place}${mention.map((name) => ` ＠${name}`).join("")}${instead === undefined ? "" : ` →${missedText(instead, PARK.directory)}`}`;
  });
}

const without = (...codes: string[]): Partial<Org> => ({ chats: ORG.chats.filter((one) => !codes.includes(one.code)) });

describe("the company is told", () => {
  it("in the group where the issue is public", () => {
    const [place, ...others] = placesFor(PARK, issue(), { to: "company" }, EMPTY_ROSTER);
    expect(others).toEqual([]);
    expect(place).toMatchObject({
      target: { kind: "chat", code: "qiye" },
      audience: { kind: "enterprise", chat: "qiye" },
      mention: ["周长友"],
    });
  });

  it("directly when it is confidential or was raised in private, as the one who raised it", () => {
    for (const about of [issue({ publicIn: null }), issue({ confidential: true, publicIn: "qiye" })]) {
      expect(placesFor(PARK, about, { to: "company" }, EMPTY_ROSTER)).toEqual([
        {
          target: { kind: "person", platform: "wecom", userId: "zhouchangyou", name: "周长友" },
          audience: { kind: "company", person: "周长友" },
          mention: [],
        },
      ]);
    }
  });

  it("directly when the group has left the org file", () => {
    expect(places(parkOf(without("qiye")), issue(), "company")).toEqual(["周长友"]);
  });

  it("by its other people when who raised it has left, or is the park's own coordinator; of a confidential one by nobody else", () => {
    const left = parkOf({ people: ORG.people.filter((one) => one.name !== "周长友") });
    const gone = issue({ publicIn: null });
    const forThem = issue({
      publicIn: null,
      reporter: { name: "李敏", platform: "wecom", userId: "limin", verified: true },
    });
    expect(places(left, gone, "company")).toEqual(["吴晓燕"]);
    expect(places(left, { ...gone, confidential: true }, "company")).toEqual(["李敏 →企业联络员"]);
    expect(places(PARK, forThem, "company")).toEqual(["周长友", "吴晓燕"]);
    const successor = parkOf({ people: ORG.people.filter((one) => one.role !== "coordinator") });
    expect(places(successor, forThem, "company")).toEqual(["周长友", "吴晓燕"]);
    // In its group the others of the company are alerted, and not who is another's now.
    const moved = ORG.people.map((one) => (one.name === "周长友" ? { ...one, enterprise: "xiangjing" } : one));
    expect(places(parkOf({ people: moved }), issue(), "company")).toEqual(["qiye ＠吴晓燕"]);
  });

  it("through the coordinator when no road reaches the one who raised it, never in a group", () => {
    expect(places(parkOf({}, ["dingtalk"]), issue({ publicIn: null }), "company")).toEqual(["李敏 →企业联络员"]);
  });
});

describe("a department is told", () => {
  it("in its groups, with its heads alerted before signing and the handler after; and so is who tracks it", () => {
    expect(places(PARK)).toEqual(["gongdian ＠王建国", "杨帆"]);
    expect(places(PARK, inProgress({ handler: "刘洋" }))).toEqual(["gongdian ＠刘洋", "杨帆"]);
    expect(places(PARK, inProgress({ handler: "刘洋" }), "head")).toEqual(["gongdian ＠王建国", "杨帆", "王建国"]);
  });

  it("by its people when it has no group, and through the coordinator when nobody is reached", () => {
    expect(places(parkOf(without("gongdian")))).toEqual(["王建国", "刘洋", "杨帆"]);
    expect(places(parkOf(without("gongdian"), ["wecom"]))).toEqual(["李敏 →供电公司", "李敏 →经济发展局"]);
  });

  it("as the unit that had the issue without alerting anybody", () => {
    expect(
      named(placesFor(PARK, issue({ department: "works" }), { to: "unit", department: "power" }, EMPTY_ROSTER)),
    ).toEqual(["gongdian", "杨帆"]);
  });

  it("before dispatch by way of the coordinator, who has the issue", () => {
    expect(places(PARK, undispatched())).toEqual(["李敏"]);
    expect(places(PARK, undispatched(), "head")).toEqual(["李敏"]);
  });
});

describe("the offices are told", () => {
  it("person by person, the leader with what the supervision group may see", () => {
    expect(named(coordinatorPlaces(PARK, EMPTY_ROSTER))).toEqual(["李敏"]);
    const [leader] = placesFor(PARK, issue(), { to: "leader" }, EMPTY_ROSTER);
    expect(leader).toMatchObject({ target: { name: "赵长河" }, audience: { kind: "supervision" } });
    expect(named(placesFor(PARK, issue(), { to: "supervision" }, EMPTY_ROSTER))).toEqual(["duban"]);
  });

  it("in the supervision group, alerted there, when no road reaches them", () => {
    const [place] = coordinatorPlaces(parkOf({}, []), EMPTY_ROSTER);
    expect(place).toMatchObject({ target: { code: "duban" }, audience: { kind: "supervision" }, mention: ["李敏"] });
  });

  it("through the coordinator when there is neither leader nor supervision group", () => {
    const park = parkOf({ ...without("duban"), people: ORG.people.filter((one) => one.role !== "leader") });
    expect(named(placesFor(park, issue(), { to: "leader" }, EMPTY_ROSTER))).toEqual(["李敏 →园区领导"]);
    expect(named(placesFor(park, issue(), { to: "supervision" }, EMPTY_ROSTER))).toEqual(["李敏 →督办群"]);
  });

  it("on DingTalk rather than on WeCom when both are at hand", () => {
    const [place] = coordinatorPlaces(PARK, EMPTY_ROSTER);
    expect(place?.target).toEqual({ kind: "person", platform: "dingtalk", userId: "limin01", name: "李敏" });
    const [other] = coordinatorPlaces(parkOf({}, ["wecom"]), EMPTY_ROSTER);
    expect(other?.target).toMatchObject({ platform: "wecom", userId: "limin" });
  });
});

describe("a lane", () => {
  it("is one for each chat and each person, and answers have their own beside it", () => {
    expect(laneOf(PARK, { kind: "chat", code: "qiye" })).toEqual({ lane: "chat:wecom:wrkQiye", platform: "wecom" });
    const reply = { kind: "reply", platform: "wecom", url: null, expiresAt: null } as const;
    const lanes = [
      laneOf(PARK, { kind: "person", platform: "wecom", userId: "limin", name: "李敏" }),
      laneOf(PARK, { kind: "person", platform: "dingtalk", userId: "limin", name: "李敏" }),
      laneOf(PARK, { ...reply, chatId: "wrkQiye", userId: null }),
      laneOf(PARK, { ...reply, chatId: null, userId: "limin" }),
    ].map((one) => one?.lane);
    expect(new Set(lanes).size).toBe(4);
    expect(laneOf(PARK, { ...reply, chatId: "wrkQiye", userId: "x" })?.lane).toBe(lanes[2]);
  });

  it("is none for a chat that has left the org file", () => {
    expect(laneOf(PARK, { kind: "chat", code: "gone" })).toBeNull();
  });
});
