import { asc } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Issue } from "../../src/domain/issue/issue.ts";
import type { MoveFacts, StoredAudience, Target } from "../../src/domain/notice/notice.ts";
import type { Park } from "../../src/domain/park/park.ts";
import { remindersNotice } from "../../src/features/reminders/reminders-notice.ts";
import { gaveUp } from "../../src/platforms/platform.ts";
import type { Database } from "../../src/store/client.ts";
import { insertIssue } from "../../src/store/issues.ts";
import { insertNotices, type QueuedNotice } from "../../src/store/notices.ts";
import { issues, notices } from "../../src/store/schema.ts";
import { events } from "../../src/store/schema-record.ts";
import { budgets, directRoads } from "../../src/store/schema-roads.ts";
import { CourierWorld, fakePlatform } from "../support/courier.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { ORG, on, PARK, parkOf } from "../support/domain.ts";
import { newIssue, newNotice, openStore } from "../support/store.ts";

const NOW = on("11-18 10:00");
const CONFIRM_DUE = on("11-18 09:30");

let files: TestDatabase;
let database: Database;
let world: CourierWorld;
/** What arrived: where, and as what. */
let sent: { to: string; text: string }[];
/** The accounts that nothing reaches. */
let unreached: string[];

beforeAll(async () => {
  files = await freshDatabase("embedded");
  database = await openStore(files);
});
afterAll(async () => {
  await database.close();
  await files.drop();
});
beforeEach(async () => {
  for (const table of [notices, budgets, directRoads, events, issues]) await database.db.delete(table);
  sent = [];
  open(PARK);
});
afterEach(() => world.courier.stop());

function open(park: Park): void {
  const platforms = (["wecom", "dingtalk"] as const).map((name) =>
    fakePlatform(name, async (address, { text }) => {
      if (address.kind === "reply") throw new Error("nothing is answered here");
      const to = address.kind === "group" ? address.chatId : address.userId;
      if (unreached.includes(to)) return gaveUp(name === "wecom" ? "outside-app" : "user-unknown");
      sent.push({ to, text });
      return { state: "sent" };
    }),
  );
  unreached = [];
  world = new CourierWorld(database.db, NOW, { platforms, park });
}

function file(patch: Partial<Omit<Issue, "id">> = {}): Promise<Issue> {
  return insertIssue(database.db, newIssue(patch));
}

function to(name: string, platform: "wecom" | "dingtalk" = "wecom"): Target {
  return { kind: "person", platform, userId: PARK.directory.person(name)?.[platform] ?? name, name };
}

function queue(...rows: (Partial<QueuedNotice> & { readonly target: Target; readonly audience: StoredAudience })[]) {
  const all = rows.map(({ target, ...row }) => {
    const platform = target.kind === "person" ? target.platform : "wecom";
    const lane = target.kind === "person" ? `person:${platform}:${target.userId}` : "chat:dingtalk:cidPower";
    return newNotice(lane, { createdAt: NOW, readyAt: NOW, platform, target, ...row });
  });
  return insertNotices(database.db, all);
}

function moved(facts: Partial<MoveFacts> = {}): QueuedNotice["body"] {
  return {
    kind: "move",
    facts: { action: "progress", actor: "王建国", state: "in_progress", text: "线路已查", ...facts },
  };
}

const states = async () =>
  (await database.db.select().from(notices).orderBy(asc(notices.id))).map((one) => `${one.state} ${one.lastError}`);
const places = () => sent.map((one) => one.to);
const textIn = (place: string) =>
  sent
    .filter((one) => one.to === place)
    .map((one) => one.text)
    .join("\n");
const zhou = { kind: "company", person: "周长友" } as const;

describe("reminders to somebody of a company who is not reached", () => {
  it("go issue by issue where each may be spoken of: one in its group, one in private, one in confidence", async () => {
    const waiting = { state: "answered", confirmDue: CONFIRM_DUE, publicAnswer: "已处理" } as const;
    const inGroup = await file({ ...waiting, text: "三车间停电", title: "三车间停电" });
    const inPrivate = await file({ ...waiting, publicIn: null, text: "四车间漏水", title: "四车间漏水" });
    const secret = await file({ ...waiting, publicIn: null, confidential: true, text: "有人收费", title: "有人收费" });
    const items = [inGroup, inPrivate, secret].map(({ id }) => {
      return { issueId: id, rung: "confirm", about: "", deadline: CONFIRM_DUE.toISOString() } as const;
    });
    unreached = ["zhouchangyou"];
    await queue({ target: to("周长友"), audience: zhou, body: remindersNotice.of({ items }) });
    await world.courier.drain();
    expect(places().sort()).toEqual(["limin01", "limin01", "wrkQiye"]);
    expect(textIn("wrkQiye")).toContain("三车间停电");
    expect(textIn("wrkQiye")).not.toMatch(/四车间|有人收费/u);
    expect(textIn("limin01")).toMatch(/四车间漏水[\s\S]*请转告/u);
    expect(textIn("limin01")).toMatch(/有人收费[\s\S]*请转告/u);
    expect(await states()).toEqual(["rerouted outside-app", "sent null", "sent null", "sent null"]);
  });
});

describe("where somebody else has heard the same already", () => {
  it("nothing is said twice: another of the company's people", async () => {
    const { id: issueId } = await file({
      publicIn: null,
      reporter: { name: "李敏", platform: "wecom", userId: "limin", verified: true },
    });
    const told = { issueId, body: moved() };
    unreached = ["zhouchangyou"];
    const wu = { kind: "company", person: "吴晓燕" } as const;
    await queue({ ...told, target: to("周长友"), audience: zhou }, { ...told, target: to("吴晓燕"), audience: wu });
    await world.courier.drain();
    expect(places()).toEqual(["wuxiaoyan"]);
    expect(await states()).toEqual(["rerouted outside-app", "sent null"]);
  });

  it("nothing is said twice: the group, if it alerted him; if it did not, it does now", async () => {
    const { id: issueId } = await file();
    const power = { kind: "department", department: "power" } as const;
    const told = { issueId, body: moved(), audience: power };
    const group = { ...told, target: { kind: "chat", code: "gongdian" } as const, platform: "dingtalk" as const };
    unreached = ["0254571"];
    await queue({ ...group, mention: ["王建国"] }, { ...told, target: to("王建国", "dingtalk") });
    await world.courier.drain();
    expect(places()).toEqual(["cidPower"]);
    await queue(
      { ...group, body: moved({ text: "又查一次" }), mention: ["刘洋"] },
      { ...told, body: moved({ text: "又查一次" }), target: to("王建国", "dingtalk") },
    );
    await world.courier.drain();
    expect(places()).toEqual(["cidPower", "cidPower", "cidPower"]);
    expect(textIn("cidPower")).toContain("王建国");
  });
});

describe("the second road", () => {
  it("is walked on when that does not reach anybody either: from one account to the other to the group", async () => {
    const { id: issueId } = await file({ confidential: true, publicIn: null, text: "湖南中塑科技有限公司反映停电" });
    unreached = ["limin01", "limin"];
    const coordinator = { kind: "coordinator" } as const;
    await queue({ issueId, body: moved(), target: to("李敏", "dingtalk"), audience: coordinator });
    await world.courier.drain();
    expect(places()).toEqual(["wrkDuban"]);
    expect(textIn("wrkDuban")).toContain("某企业");
    expect(textIn("wrkDuban")).not.toContain("中塑");
    expect(await states()).toEqual(["rerouted user-unknown", "rerouted outside-app", "sent null"]);
  });

  it("that does not exist leaves a dead letter", async () => {
    const chats = ORG.chats.filter((one) => one.code !== "duban");
    open(parkOf({ chats }, ["wecom"]));
    unreached = ["limin", "limin01"];
    const { id: issueId } = await file();
    await queue({ issueId, body: moved(), target: to("李敏"), audience: { kind: "coordinator" } });
    await world.courier.drain();
    expect((await states())[0]).toBe("dead outside-app");
  });

  it("is none for an answer, which was made for this person's eyes: the coordinator hears that it did not arrive", async () => {
    const { id: issueId } = await file({ confidential: true, publicIn: null });
    const receipt = { kind: "reply", card: { blocks: [{ kind: "text", text: "已收到 三车间停电" }] } } as const;
    unreached = ["zhouchangyou"];
    await queue({ issueId, body: receipt, target: to("周长友"), audience: { kind: "supervision" }, express: true });
    await world.courier.drain();
    expect(places()).toEqual(["limin01"]);
    expect(textIn("limin01")).toContain(`周长友（私信） #${issueId}`);
    expect(textIn("limin01")).not.toContain("三车间停电");
    expect(await states()).toEqual(["dead outside-app", "sent null"]);
  });

  it("is not taken for what only waits, nor for a message that the platform refuses", async () => {
    const { id: issueId } = await file();
    const answers = [
      { state: "later", reason: "HTTP 500" },
      { state: "gave-up", reason: "errcode 40058 too long" },
    ] as const;
    for (const answer of answers) {
      const platform = fakePlatform("wecom", async ({ kind }) => (kind === "person" ? answer : { state: "sent" }));
      world = new CourierWorld(database.db, NOW, { platforms: [platform] });
      await database.db.delete(notices);
      await queue({ issueId, body: moved(), target: to("周长友"), audience: zhou });
      await world.courier.drain();
      expect((await states())[0]).toMatch(answer.state === "later" ? /^waiting/ : /^dead/);
    }
    expect(await database.db.select().from(directRoads)).toEqual([]);
  });
});
