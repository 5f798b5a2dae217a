import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { likeHere } from "../../src/chat/like.ts";
import { type Audience, audienceOfChat } from "../../src/domain/issue/audience.ts";
import type { Actor, Issue } from "../../src/domain/issue/issue.ts";
import { Reader } from "../../src/messages/reader.ts";
import { insertIssue } from "../../src/store/issues.ts";
import { issues } from "../../src/store/schema.ts";
import { conversation } from "../support/conversation.ts";
import { COMPANY, COORDINATOR, GUEST, on, PARK, person } from "../support/domain.ts";
import { newIssue } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

/** Who may hear of which issue that is like his: every audience that a company speaks before, and every kind of issue that there may be. */

const NOW = on("11-18 10:00");
const ANOTHER = person("陈立新");
const COLLEAGUE: Actor = { ...COMPANY, name: "吴晓燕", userId: "wuxiaoyan" };
const UNVERIFIED: Actor = { ...GUEST, enterprise: "zhongsu", verified: false };

/** Where somebody speaks: a group by its code, or the bot alone. `confidential`: what he raises is. */
const SPEAKERS = {
  "the company in the group": [COMPANY, "qiye"],
  "a colleague in the group": [COLLEAGUE, "qiye"],
  "another company in the group": [ANOTHER, "qiye"],
  "somebody nobody vouches for in the group": [UNVERIFIED, "qiye"],
  "the company alone": [COMPANY, null],
  "a colleague alone": [COLLEAGUE, null],
  "another company alone": [ANOTHER, null],
  "the coordinator for it": [COORDINATOR, null],
} as const satisfies Record<string, readonly [Actor, string | null]>;
type Speaker = keyof typeof SPEAKERS;

const OWN = ["the company alone", "a colleague alone", "the coordinator for it"] as const;
const IN_GROUP = ["the company in the group", "a colleague in the group", "another company in the group"] as const;

/** Each issue of the company, and who hears of it when he raises the same. */
const HEARD: readonly [what: string, issue: Partial<Omit<Issue, "id">>, heard: readonly Speaker[]][] = [
  ["one that is public in the group", { publicIn: "qiye" }, [...OWN, ...IN_GROUP]],
  ["one that is public in another group", { publicIn: "qiye-ding" }, OWN],
  ["one that was said to the bot alone", { publicIn: null }, OWN],
  ["a confidential one", { publicIn: null, confidential: true }, []],
  ["a confidential one that names a group", { publicIn: "qiye", confidential: true }, []],
  [
    "one that came by the form",
    { publicIn: null, reporter: { name: "周长友", platform: "form", userId: "139", verified: false } },
    [],
  ],
  ["one that is over", { publicIn: "qiye", state: "closed", outcome: "solved", closedAt: NOW }, []],
  ["one that was taken back", { publicIn: "qiye", state: "withdrawn" }, []],
];

describe("what is like something that is raised", () => {
  const database = useStore("postgresql");
  const text = "三车间昨晚停电两次，影响交货";

  it.each(HEARD)("is told of %s to those alone who may see it there", async (_what, one, heard) => {
    const { id } = await insertIssue(database.db, newIssue({ text, ...one }));
    const told: string[] = [];
    for (const [who, [actor, chat]] of Object.entries(SPEAKERS)) {
      const like = await likeHere(speaking(actor, chat), { text, confidential: false, enterprise: ofWhom(actor) });
      if (like !== null) told.push(who);
    }
    await database.db.delete(issues).where(eq(issues.id, id));
    expect(told.toSorted()).toEqual(heard.toSorted());
  });

  it("is told of a confidential one to who raised it, when he raises another in confidence", async () => {
    const confidential = { confidential: true, publicIn: null };
    const { id } = await insertIssue(database.db, newIssue({ text, ...confidential }));
    const raising = { text, confidential: true, enterprise: "zhongsu" };
    expect((await likeHere(speaking(COMPANY, null), raising))?.number).toBe(id);
    for (const [actor, chat] of [
      [COLLEAGUE, null],
      [COMPANY, "qiye"],
    ] as const)
      expect(await likeHere(speaking(actor, chat), raising)).toBeNull();
  });

  /** Nothing was read with the message, so that the database is asked. */
  function speaking(actor: Actor, code: string | null) {
    const chat = PARK.directory.chat(code ?? "") ?? null;
    const audience: Audience =
      chat !== null
        ? audienceOfChat(chat)
        : actor === COORDINATOR
          ? { kind: "coordinator" }
          : { kind: "company", actor };
    const base = conversation(actor);
    const ctx = { db: database.db, now: NOW, park: PARK };
    return { ...base, chat, ctx, reader: new Reader(audience, { park: PARK, now: NOW }) };
  }
});

function ofWhom({ enterprise }: Actor): string {
  return enterprise ?? "zhongsu";
}
