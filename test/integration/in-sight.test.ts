import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { reachOf } from "../../src/chat/find.ts";
import { introduce } from "../../src/chat/introduce.ts";
import { readSituation } from "../../src/chat/read-situation.ts";
import { mayShow } from "../../src/domain/issue/audience.ts";
import { type Issue, isOpen, type RequestKind, STATES, UNTOUCHED } from "../../src/domain/issue/issue.ts";
import { partiesOf } from "../../src/domain/issue/lifecycle.ts";
import { involvedIn } from "../../src/domain/park/park.ts";
import { insertAssist, insertIssue, insertRequest, readIssues } from "../../src/store/issues.ts";
import { readScene, type Wanted } from "../../src/store/scene.ts";
import { COMMON } from "../support/commands.ts";
import { KINDS } from "../support/databases.ts";
import { on } from "../support/domain.ts";
import { PARKS, SPEAKERS, type Speaker, say } from "../support/secrets.ts";
import { newIssue } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

const NOW = on("11-18 10:00");
const PARK = PARKS["with direct messages"];
const RECENT = on("10-19 10:00");

type Row = Omit<Issue, "id">;
interface Made {
  readonly row: Row;
  readonly helper: string | null;
  readonly request: RequestKind | null;
}

const SAYING = SPEAKERS.map((speaker) => ({ speaker, who: speaker.join(" ") }));

const REPORTERS = {
  zhongsu: { name: "周长友", platform: "wecom", userId: "zhouchangyou", verified: true },
  xiangjing: { name: "陈立新", platform: "wecom", userId: "chenlixin", verified: true },
} as const;

/** Whoever came by the form, of whichever company; the one with the name of its liaison as well. */
const BY_FORM = { name: "周长友", platform: "form", userId: "13800001111", verified: false } as const;

/** Issues of two companies, in every state, public here or there, confidential or not, led and helped with by any unit. */
const made: fc.Arbitrary<Made> = fc
  .record({
    state: fc.constantFrom(...STATES),
    confidential: fc.boolean(),
    enterprise: fc.constantFrom("zhongsu" as const, "xiangjing" as const),
    publicIn: fc.constantFrom("qiye", "qiye-ding", null),
    department: fc.constantFrom("power", "works", "economy", null),
    closedAt: fc.constantFrom(on("11-17 10:00"), on("10-01 10:00")),
    helper: fc.constantFrom("power", "works", "economy", null),
    request: fc.constantFrom("extend" as const, "hold" as const, null),
    form: fc.constantFrom("no" as const, "no" as const, "unvouched" as const, "vouched" as const),
  })
  .map(({ helper, request, closedAt, confidential, form, ...rest }) => ({
    helper,
    request: rest.state === "in_progress" ? request : null,
    row: newIssue({
      ...UNTOUCHED,
      ...rest,
      confidential,
      publicIn: confidential ? null : rest.publicIn,
      closedAt: rest.state === "closed" ? closedAt : null,
      reporter: form === "no" ? REPORTERS[rest.enterprise] : { ...BY_FORM, verified: form === "vouched" },
    }),
  }));

describe.each(KINDS)("what words may be about, on %s", (kind) => {
  const database = useStore(kind);
  let issues: readonly Issue[];
  const helpers = new Map<number, readonly string[]>();
  const requested = new Set<number>();

  beforeAll(async () => {
    const { db } = database;
    const ids: number[] = [];
    for (const { row, helper, request } of fc.sample(made, { numRuns: 70, seed: 7 })) {
      const { id } = await insertIssue(db, row);
      ids.push(id);
      if (helper !== null) await insertAssist(db, id, { department: helper, askedAt: NOW, due: NOW, doneAt: null });
      helpers.set(id, helper === null ? [] : [helper]);
      if (request === null) continue;
      const open = { decidedBy: null, decidedAt: null, decision: null, state: "pending" } as const;
      const asked = { issueId: id, askedBy: "王建国", askedAt: NOW, department: null, until: null, reason: "等设备" };
      await insertRequest(db, { ...asked, ...open, kind: request });
      requested.add(id);
    }
    issues = await readIssues(db, ids);
  });

  async function seenBy(speaker: Speaker, text: string) {
    const { message } = say(speaker, text);
    const ctx = { db: database.db, now: NOW, park: PARK };
    const known = await introduce(ctx, message);
    if ("stranger" in known) throw new Error(known.stranger);
    return {
      known: { ...known, ...COMMON, ctx },
      situation: (await readSituation({ ...known, ...COMMON, ctx }, message)).situation,
    };
  }
  /** Of the whole ledger, in the order in which they are wanted. */
  const read = async (wanted: Partial<Wanted>) => {
    const asked = { platform: "wecom", userId: "limin", chatId: "" } as const;
    const rest = { numbers: [], company: null, waiting: [], since: RECENT, recent: NOW, helpers: true };
    const speaking = { asked, questionSince: NOW, now: NOW };
    return (await readScene(database.db, speaking, { kind: "all" }, { ...rest, ...wanted })).issues;
  };
  const involved = (issue: Issue) => involvedIn(PARK, issue, helpers.get(issue.id) ?? []);
  const every = () => issues.map(({ id }) => `#${id}`).join(" ");

  it.each(SAYING)("$who sees nothing that may not be shown there, whatever is named", async ({ speaker }) => {
    const { known, situation } = await seenBy(speaker, every());
    const allowed = issues.filter((one) => mayShow(one, known.reader.audience, involved(one))).map(({ id }) => id);
    const seen = situation.issues.map(({ number }) => number);
    expect(seen.filter((id) => !allowed.includes(id))).toEqual([]);
    // Of the first forty that are named, what may be shown is there, where there is a place to look for it.
    const named = issues.slice(0, 40).map(({ id }) => id);
    const missing = allowed.filter((id) => named.includes(id) && !seen.includes(id));
    if (reachOf(known) !== null) expect(missing).toEqual([]);
    for (const one of situation.issues) {
      const issue = issues.find(({ id }) => id === one.number);
      if (issue === undefined) throw new Error("an issue that nobody raised");
      expect(one.parties).toEqual(partiesOf(known.actor, issue, involved(issue)));
      expect(one.request !== null).toBe(requested.has(issue.id));
    }
  });

  it.each(SAYING)("$who sees without a number what is open, and what was closed lately", async ({ speaker }) => {
    const { known, situation } = await seenBy(speaker, "怎么样了");
    const current = issues.filter((one) => isOpen(one) || (one.closedAt !== null && one.closedAt >= RECENT));
    const allowed = current.filter((one) => mayShow(one, known.reader.audience, involved(one))).map(({ id }) => id);
    const expected = reachOf(known) === null ? [] : allowed;
    expect(situation.issues.map(({ number }) => number)).toEqual(expected);
  });

  it("are those that are named first, then what waits for a decision, then the newest", async () => {
    const waiting = ["submitted"] as const;
    const old = issues.filter((one) => one.state === "withdrawn").map(({ id }) => id);
    const [oldest = 0] = old;
    expect(old.length).toBeGreaterThan(0);
    expect((await read({ waiting })).map(({ id }) => id)).not.toContain(oldest);
    const found = await read({ numbers: [oldest], waiting });
    expect(found[0]?.id).toBe(oldest);
    const waits = found.slice(1, 6).map(({ state, request }) => state === "submitted" || request !== null);
    expect(waits).toEqual([true, true, true, true, true]);
    const whole = await read({ waiting });
    const groups = whole.map(({ state, request }) => state === "submitted" || request !== null);
    expect(groups).toEqual([...groups].sort((a, b) => Number(b) - Number(a)));
    for (const waits of [true, false]) {
      const ids = whole.filter((_, index) => groups[index] === waits).map(({ id }) => id);
      expect(ids).toEqual([...ids].sort((a, b) => b - a));
    }
  });

  it("are those of the person's own company first, and of these what waits for the person", async () => {
    const found = await read({ company: "zhongsu", waiting: ["answered", "waiting"] });
    const rank = ({ enterprise, state, request }: (typeof found)[number]) =>
      (enterprise === "zhongsu" ? 0 : 2) + (state === "answered" || state === "waiting" || request !== null ? 0 : 1);
    const ranks = found.map(rank);
    expect(new Set(ranks)).toEqual(new Set([0, 1, 2, 3]));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it("are no more than anybody has in mind: of two hundred the one that is named, and the newest", async () => {
    const { db } = database;
    const made: number[] = [];
    for (let count = 0; count < 200; count++)
      made.push((await insertIssue(db, newIssue({ enterprise: "zhongsu" }))).id);
    const named = made[3] ?? 0;
    const found = (await read({ numbers: [named] })).map(({ id }) => id);
    expect(found).toHaveLength(80);
    expect(found[0]).toBe(named);
    // What waits for a decision comes before the newest.
    expect(found.slice(1).filter((id) => !requested.has(id))).toEqual(made.slice(-(79 - requested.size)).reverse());
  });
});
