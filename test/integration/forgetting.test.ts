import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { walkChain } from "../../src/issues/audit-chain.ts";
import { seal } from "../../src/issues/seal.ts";
import { appendEvent, CHAIN_START, digestOf, linkOf, movesOf } from "../../src/store/events.ts";
import { changeTexts, lockForForgetting } from "../../src/store/forgetting.ts";
import { insertIssue } from "../../src/store/issues.ts";
import { veiled, veilsAfter, veilsFor } from "../../src/store/veils.ts";
import { KINDS } from "../support/databases.ts";
import { newEvent, newIssue } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

const NOW = new Date("2026-11-26T02:00:00Z");
const PHONE = "13912345678";

describe("a veil", () => {
  it("holds what was said to the digest, when the words are gone as well, and tells nobody what they were", () => {
    const said = { data: { text: PHONE, department: "power" } };
    const veils = veilsFor(said) ?? {};
    expect(Object.keys(veils)).toEqual(["data/text"]);
    expect(JSON.stringify(veiled(said, veils))).not.toContain(PHONE);
    expect(veiled({ data: { ...said.data, text: "139****5678" } }, veils)).not.toEqual(veiled(said, veils));
    const gone = { data: { ...said.data, text: "139****5678" } };
    const after = veilsAfter(veils, said, gone);
    expect(veiled(gone, after)).toEqual(veiled(said, veils));
    expect(JSON.stringify(after)).not.toContain((veils["data/text"] ?? "").slice(1));
    // Neither can it be taken away, nor laid over nothing.
    expect(veiled({ data: { department: "power" } }, after)).not.toEqual(veiled(said, veils));
    expect(veiled({ data: { ...said.data, department: "x" } }, veils)).not.toEqual(veiled(said, veils));
  });
});

describe.each(KINDS)("words that are forgotten, on %s", (kind) => {
  const database = useStore(kind);

  it("go out of an event of an earlier version as well, which has to say from then on what was recorded of that", async () => {
    const { db } = database;
    const { id } = await insertIssue(db, newIssue({ text: `停电 ${PHONE}`, title: "停电" }));
    const first = newEvent(id, 1, { data: { text: PHONE } });
    await appendEvent(db, first);
    const digest = digestOf(first);
    await db.execute(sql`alter table events disable trigger all`);
    await db.execute(
      sql`update events set veils = null, digest = ${digest}, hash = ${linkOf(CHAIN_START, digest)} where issue_id = ${id}`,
    );
    await db.execute(sql`alter table events enable trigger all`);
    await appendEvent(db, newEvent(id, 2, { data: { text: PHONE } }));
    await seal(db, NOW);
    expect(await walkChain(db)).toMatchObject({ events: 2, forgotten: 0 });
    const forget = () =>
      db.transaction(async (tx) => {
        const written = (await lockForForgetting(tx, id)) ?? [];
        const change = (text: string) => text.replaceAll(PHONE, "139****5678");
        return changeTexts(tx, id, { written, change, by: "clock", at: NOW });
      });
    expect([await forget(), await forget()]).toEqual([true, false]);
    expect((await movesOf(db, id)).map(({ data }) => data["text"])).toEqual(["139****5678", "139****5678"]);
    await seal(db, NOW);
    expect(await walkChain(db)).toMatchObject({ events: 2, forgotten: 2, looks: 1 });
    // Nobody changes an event who does not forget, and whoever forgets changes nothing else.
    const changed = db.execute(sql`update events set data = '{}' where issue_id = ${id}`);
    await expect(changed).rejects.toMatchObject({ cause: { message: expect.stringContaining("append-only") } });
    const more = db.transaction(async (tx) => {
      await tx.execute(sql`set local chaxu.forgetting = 'on'`);
      await tx.execute(sql`update events set action = 'x' where issue_id = ${id}`);
    });
    await expect(more).rejects.toMatchObject({ cause: { message: expect.stringContaining("append-only") } });
    for (const version of [1, 2]) {
      await db.execute(sql`alter table events disable trigger all`);
      await db.execute(sql`update events set data = '{"text": "x"}' where issue_id = ${id} and version = ${version}`);
      expect(await walkChain(db)).toMatchObject({ fault: { issue: id, what: "its content is not what was recorded" } });
      await db.execute(
        sql`update events set data = '{"text": "139****5678"}' where issue_id = ${id} and version = ${version}`,
      );
    }
  });
});
