import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reply } from "../../src/chat/reply.ts";
import { CLOCK_ACTOR, STATES, type State } from "../../src/domain/issue/issue.ts";
import { coordinatorPlaces } from "../../src/domain/notice/places.ts";
import { DIGEST_NAMES, PLATFORMS } from "../../src/domain/park/org.ts";
import { EMPTY_ROSTER } from "../../src/domain/park/roster.ts";
import { remindOf, tellOf } from "../../src/features/common/notice.ts";
import { tellOfBar } from "../../src/features/delivery/alarms.ts";
import { afterArrival, tellOfDeadLetter } from "../../src/features/delivery/dead-letters.ts";
import { tellDigest } from "../../src/features/digests/clock.ts";
import { ownDigests } from "../../src/features/digests/kinds.ts";
import { tellOfLost } from "../../src/features/files/lost-notice.ts";
import { lookAtIssues } from "../../src/features/reminders/look.ts";
import { readMonth } from "../../src/features/reports/month.ts";
import { readTrend } from "../../src/features/reports/trend.ts";
import { closeGap, noticeGap } from "../../src/features/roads/gaps.ts";
import { end } from "../../src/features/theme-day/hold.ts";
import { changeCommon, openCommon } from "../../src/issues/common.ts";
import { type Context, FROM_CLOCK } from "../../src/issues/context.ts";
import { captionOf } from "../../src/messages/zh-cn/reports.ts";
import { claimFiles, insertFiles, settleFile } from "../../src/store/files.ts";
import { notices } from "../../src/store/schema.ts";
import { COMMON, KINDS } from "../support/commands.ts";
import { on } from "../support/domain.ts";
import {
  BAIT,
  leaksAfter,
  leaksOf,
  NOW,
  PARKS,
  putIn,
  runningThemeDay,
  SecretLedger,
  SPEAKERS,
  STRANGER,
  say,
} from "../support/secrets.ts";
import { told } from "../support/told.ts";

/** Every kind of message, and which of these tests reads it: a new kind fails the last of them before it is among them. */
const READ_BY: Readonly<Record<string, string>> = {
  move: "whoever says what",
  reply: "whoever says what",
  guest: "whoever says what",
  danger: "danger to life",
  reminders: "no reminder",
  "dead-letter": "no reminder",
  "dead-letters": "no reminder",
  digest: "no digest",
  attachment: "no digest",
  "theme-day": "no digest",
  common: "no digest",
  alarm: "no reminder",
  road: "no road",
  gap: "no road",
  claim: "somebody who says who he is",
  avoid: "a wish from whom it is to be kept",
  "files-lost": "no file that was lost",
};

/** It belongs to a common problem that is called by what nobody may know, which the power company leads, and one that it has no part in. */
async function tellOfCommon(ctx: Context, issueId: number): Promise<void> {
  const by = { actor: CLOCK_ACTOR, source: FROM_CLOCK };
  const { common } = await openCommon(ctx, `停电 ${BAIT}`, { members: [issueId], lead: "power", by });
  const patch = { measure: BAIT, progress: BAIT, answer: BAIT, due: ctx.now };
  const changed = await changeCommon(ctx, common, "measure", { patch, text: BAIT, by });
  for (const lead of ["power", "works", null]) {
    const led = { ...(changed ?? common), lead };
    await tellOf(ctx, "lead", { before: { ...led, lead: null }, after: led }, CLOCK_ACTOR);
    await remindOf(ctx, led, "late");
  }
}

const ACTING = SPEAKERS.filter(([name, , , chat]) =>
  ["李敏wrkDuban", "王建国cidPower", "周长友null", "曾敏cidWorks", "赵长河null"].includes(`${name}${chat}`),
);

const GUEST_AND_COORDINATOR = SPEAKERS.filter(([name, , , chat]) =>
  ["小何", "李敏wrkDuban"].some((one) => `${name}${chat}`.startsWith(one)),
);

type Round = readonly [state: State, park: keyof typeof PARKS, speakers: readonly (typeof SPEAKERS)[number][]];
const parksByName = [
  "with direct messages",
  "with groups alone",
  "where the coordinator cannot be written to",
  "which the company has left",
] as const;

/** When reminders and what was lost are looked at. */
const MOMENTS = told({
  short: ["11-19 17:00", "12-11 16:00"],
  full: ["11-18 10:00", "11-19 17:00", "11-20 09:30", "11-23 16:00", "11-26 16:00", "12-11 16:00"],
});

/** The states in which digests and documents tell of it. */
const TOLD_IN = told<readonly State[]>({ short: ["submitted", "in_progress", "closed"], full: STATES });

let ledger: SecretLedger;
beforeAll(async () => {
  ledger = await SecretLedger.open();
});
afterAll(() => ledger.close());

describe.each(Object.entries(PARKS))("of a confidential issue, %s,", (where, park) => {
  it.each(STATES)("no reminder and no telling of a lost message says it: %s", async (state) => {
    const leaks: string[] = [];
    for (const later of MOMENTS) {
      const arrived = await ledger.arrivals(park, on(later), async (ctx) => {
        await putIn(ctx, ledger.issueId, state);
        await lookAtIssues(ctx, [ledger.issueId]);
        // Each of these may be lost on its way; then somebody else hears of it, at once or with all the others later.
        for (const notice of await ctx.db.select().from(notices)) await tellOfDeadLetter(ctx, notice, "HTTP 500");
        for (const notice of await ctx.db.select().from(notices)) {
          await tellOfBar(ctx, notice, {
            robot: `robot ${notice.id}`,
            bar: "quota",
            code: `${notice.id}`,
            reason: "HTTP 429",
          });
        }
        await ctx.db.update(notices).set({ state: "dead", settledAt: NOW, lastError: "HTTP 500" });
        for (const place of coordinatorPlaces(park, EMPTY_ROSTER)) {
          await afterArrival(ctx, { body: { kind: "reply", card: null }, target: place.target });
        }
      });
      leaks.push(...arrived.flatMap((one) => leaksOf(one).map((leak) => `${later} ${leak}`)));
    }
    expect(leaks).toEqual([]);
  });

  it("danger to life that a guest tells of reaches the coordinator, and a group that stands in for him without its words", async () => {
    const guest = SPEAKERS.find(([name]) => name === "小何") ?? SPEAKERS[0];
    const arrived = await ledger.arrivals(park, NOW, async (ctx) => {
      await reply(ctx, say(guest, `诉求 保密 三车间氯气泄漏，有人倒下了，${BAIT}`), COMMON);
    });
    const told = arrived.filter(({ kind }) => kind === "danger");
    expect(told).not.toEqual([]);
    expect(arrived.flatMap((one) => leaksOf(one))).toEqual([]);
    // The control: whose secret it is does read it.
    for (const { insider, words } of told) expect(words.includes("氯气泄漏")).toBe(insider);
  });

  it("somebody who says who he is, is shown without it", async () => {
    const arrived = await ledger.arrivals(park, NOW, async (ctx) => {
      await reply(ctx, say(STRANGER, "我是 王建国 供电公司 13900000001"), COMMON);
    });
    expect(arrived.filter(({ kind }) => kind === "claim")).not.toEqual([]);
    expect(arrived.flatMap((one) => leaksOf(one))).toEqual([]);
  });

  it("a wish from whom it is to be kept reaches the coordinator, and a group that stands in for him without its words", async () => {
    const company = SPEAKERS.find(([name, , , chat]) => name === "周长友" && chat === null) ?? SPEAKERS[0];
    const arrived = await ledger.arrivals(park, NOW, async (ctx) => {
      await putIn(ctx, ledger.issueId, "submitted");
      await reply(ctx, say(company, `回避 ${ledger.issueId} 供电公司 ${BAIT}`), COMMON);
    });
    const told = arrived.filter(({ kind }) => kind === "avoid");
    // Who is of no company there has nothing to wish.
    expect(told.length > 0).toBe(where !== "which the company has left");
    expect(arrived.flatMap((one) => leaksOf(one))).toEqual([]);
    for (const { insider, words } of told) expect(words.includes(BAIT)).toBe(insider);
  });

  it("no road that is deaf, and comes back, says it", async () => {
    const arrived = await ledger.arrivals(park, NOW, async (ctx) => {
      for (const platform of PLATFORMS) {
        const gap = { platform, kind: "group" as const, cause: "silent", beganAt: on("11-16 08:00") };
        const facts = { what: "silent" as const, platform, kind: gap.kind, since: gap.beganAt.toISOString() };
        await noticeGap({ ...ctx, offset: 0 }, gap, { facts: { ...facts, usual: 12, others: 3, renewed: true } });
        await closeGap(ctx, { ...gap, endedAt: ctx.now, posts: true });
      }
    });
    expect(arrived.length).toBeGreaterThan(4);
    expect(arrived.flatMap((one) => leaksOf(one))).toEqual([]);
  });

  it("no file that was lost says it", async () => {
    const arrived = await ledger.arrivals(park, NOW, async (ctx) => {
      for (const [place, chatId] of [
        ["reply", "wrkQiye"],
        ["reply", null],
      ] as const) {
        const target = {
          kind: place,
          platform: "wecom",
          chatId,
          userId: "zhouchangyou",
          url: null,
          expiresAt: null,
        } as const;
        const id = `lost-${chatId}`;
        const sent = {
          platform: "wecom",
          messageId: id,
          userId: "zhouchangyou",
          userName: "周长友",
          place: target,
        } as const;
        const times = { receivedAt: NOW, retryAt: NOW, until: NOW };
        await insertFiles(ctx.db, [{ id, ...sent, kind: "file", name: "中塑科技.pdf", source: null, ...times }]);
        await claimFiles(ctx.db, [id], { issueId: ledger.issueId, version: 1, action: "submit" });
        await settleFile(ctx.db, id, { state: "lost", lost: "gone" });
      }
      await tellOfLost({ ...ctx, now: NOW });
    });
    expect(arrived.filter(({ kind }) => kind === "files-lost")).not.toEqual([]);
    expect(arrived.flatMap((one) => leaksOf(one))).toEqual([]);
  });

  it("no digest, no list after a theme day and no document says it", async () => {
    const documents: string[] = [];
    const leaks: string[] = [];
    for (const state of TOLD_IN) {
      const arrived = await ledger.arrivals(park, NOW, async (ctx) => {
        await putIn(ctx, ledger.issueId, state);
        await tellOfCommon(ctx, ledger.issueId);
        for (const kind of DIGEST_NAMES) {
          const chats = {
            "coordinator-daily": [undefined],
            "common-weekly": [undefined],
            "enterprise-weekly": ["qiye", "qiye-ding"],
            "department-daily": ["gongdian", "jingfa", "zhujian"],
            "supervision-weekly": ["duban"],
            "supervision-monthly": ["duban"],
          }[kind];
          for (const chat of chats) {
            await tellDigest(ctx, ownDigests, { kind, chat, cron: "0 9 * * *" }, { to: NOW, late: false });
          }
        }
        await end(ctx, await runningThemeDay(ctx));
        documents.push(JSON.stringify(await readMonth(ctx, "2026-11")));
        documents.push(JSON.stringify(await readTrend(ctx, NOW)));
        documents.push(captionOf({ kind: "month-report", month: "2026-11" }, "Asia/Shanghai", NOW));
      });
      leaks.push(...arrived.flatMap((one) => leaksOf(one).map((leak) => `${state} ${leak}`)));
    }
    const asFile = (words: string) => leaksOf({ kind: "attachment", place: "a document", words, insider: false });
    expect([...leaks, ...documents.flatMap(asFile)]).toEqual([]);
    // The control: the documents do tell of the issue.
    expect(documents.join()).toContain("停停停");
  });
});

/** From each of these states, in each of these parks, these people say everything that can be said. */
const { rounds } = told<{ readonly rounds: readonly Round[] }>({
  short: {
    rounds: [
      ["in_progress", "where the coordinator cannot be written to", ACTING],
      ["submitted", "with groups alone", GUEST_AND_COORDINATOR],
    ],
  },
  full: {
    rounds: STATES.flatMap((state) => parksByName.map((name): Round => [state, name, SPEAKERS])),
  },
});

it.each(rounds)(
  "of a confidential issue nothing by which it could be known arrives where it may not, whoever says what: %s, %s",
  async (state, name, speakers) => {
    const { leaks, read } = await leaksAfter(ledger, PARKS[name], state, speakers);
    expect(leaks).toEqual([]);
    expect(read).toBeGreaterThan(speakers.length * 50);
  },
);

it("has read every kind of message, and those whose secret it is do read it", async () => {
  expect(Object.keys(READ_BY).toSorted()).toEqual([...KINDS.keys(), "attachment", "reply"].toSorted());
  const unread = Object.entries(READ_BY).filter(([kind]) => !ledger.read.has(kind));
  expect(unread).toEqual([]);
  const arrived = await ledger.arrivals(PARKS["with direct messages"], NOW, async (ctx) => {
    for (const speaker of SPEAKERS) await reply(ctx, say(speaker, `进度 ${ledger.issueId}`), COMMON);
    await reply(ctx, say(ACTING[1] ?? SPEAKERS[0], `进展 ${ledger.issueId} ${BAIT}`), COMMON);
  });
  const readers = arrived.filter(({ words }) => words.includes("中塑科技")).map(({ place }) => place);
  expect([...new Set(readers)].sort()).toEqual(["direct limin", "direct zhouchangyou", "周长友（私信）"]);
});
