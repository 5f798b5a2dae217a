import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { FORGOTTEN } from "../../src/domain/zh-cn-forgotten.ts";
import { walkChain } from "../../src/issues/audit-chain.ts";
import { seal } from "../../src/issues/seal.ts";
import { looksOf, recordDisclosures, recordForgotten, recordForgottenLooks } from "../../src/store/disclosures.ts";
import { appendEvent, CHAIN_START, digestOf, linkOf, movesOf, plainDigestOf } from "../../src/store/events.ts";
import { changeTexts, lockForForgetting, whileForgetting } from "../../src/store/forgetting.ts";
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

  it("take whoever looked with them only where that is recorded, too", async () => {
    const { db } = database;
    const { id } = await insertIssue(db, newIssue());
    const look = { kind: "contacts", person: "周长友", platform: null, chat: null, messageId: null, at: NOW } as const;
    await recordDisclosures(db, [id], look, null);
    await seal(db, NOW);
    const [one] = await looksOf(db, id, { before: null, limit: 1 });
    if (one === undefined) throw new Error("nobody looked");
    const erased = veilsAfter(one.veils ?? {}, { person: one.person }, { person: FORGOTTEN });
    const erase = (tx: Pick<typeof db, "execute">) =>
      tx.execute(
        sql`update views set person = ${FORGOTTEN}, veils = ${JSON.stringify(erased)}::jsonb where id = ${one.id}`,
      );
    for (const change of [erase(db), db.execute(sql`delete from views where id = ${one.id}`)])
      await expect(change).rejects.toMatchObject({ cause: { message: expect.stringContaining("kept as they were") } });
    await db.transaction((tx) => whileForgetting(tx, () => erase(tx)));
    expect(await walkChain(db)).toMatchObject({
      fault: { issue: id, what: `look ${one.id} is not what was recorded` },
    });
    await recordForgottenLooks(db, [one], { by: "命令行", at: NOW });
    await seal(db, NOW);
    expect(await walkChain(db)).toMatchObject({ looks: expect.any(Number), waiting: 0 });
  });

  it("stay where others are put in their place, or where the hashes are taken away", async () => {
    const { db } = database;
    const { id } = await insertIssue(db, newIssue());
    const seq = await appendEvent(db, newEvent(id, 1, { data: { text: "请供电公司处理" } }));
    await seal(db, NOW);
    const [event] = await movesOf(db, id);
    if (event === undefined) throw new Error("nothing was recorded");
    const data = { text: "已经解决" };
    const veils = veilsAfter(event.veils ?? {}, { data: event.data }, { data });
    for (const other of [
      { ...event, data, veils },
      { ...event, data, veils: null },
      { ...event, at: new Date(0), veils: null },
    ]) {
      await expect(
        db.transaction(async (tx) => {
          await tx.execute(sql`alter table events disable trigger all`);
          await tx.execute(sql`update events set data = ${JSON.stringify(other.data)}::jsonb, at = ${other.at.toISOString()},
            veils = ${other.veils === null ? null : JSON.stringify(other.veils)}::jsonb where seq = ${seq}`);
          // As if it were known of.
          await recordForgotten(tx, id, { by: "命令行", at: NOW, digests: { [seq]: plainDigestOf(other) } });
          expect(await walkChain(tx)).toMatchObject({ fault: { seq, what: "its content is not what was recorded" } });
          tx.rollback();
        }),
      ).rejects.toThrow("Rollback");
    }
    expect(await walkChain(db)).not.toHaveProperty("fault");
  });
});
