import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { listAll, listFor } from "../../src/board/list.ts";
import { placeText } from "../../src/board/list-asked.ts";
import type { Conversation } from "../../src/chat/conversation.ts";
import type { Audience } from "../../src/domain/issue/audience.ts";
import { searchableOf } from "../../src/domain/searchable.ts";
import { findByWords } from "../../src/features/issues/by-words.ts";
import { Reader } from "../../src/messages/reader.ts";
import type { Db } from "../../src/store/client.ts";
import { insertIssue } from "../../src/store/issues.ts";
import { hitsOf } from "../../src/store/search-hits.ts";
import { keepSearchIndex } from "../../src/store/search-index.ts";
import { writeSetting } from "../../src/store/settings.ts";
import { conversation } from "../support/conversation.ts";
import { KINDS } from "../support/databases.ts";
import { COMPANY, on, PARK } from "../support/domain.ts";
import { allHits, asQuery } from "../support/found.ts";
import { newIssue } from "../support/store.ts";
import { useStore } from "../support/use-store.ts";

/** Texts of few characters, so that words are met, begin where others end, and differ by what is taken for the same. */
const texts = fc.array(
  fc.string({ unit: fc.constantFrom(..."停电電水管AaＡÉé%_\\ ，😀𠮷12１"), minLength: 1, maxLength: 9 }),
  { minLength: 60, maxLength: 60 },
);
const word = fc.string({ unit: fc.constantFrom(..."停电電水Aa%_-\\😀𠮷12"), minLength: 1, maxLength: 4 });

/** Somebody reads of the park of the tests. */
function seenBy(db: Db, audience: Audience): Conversation {
  const base = { park: PARK, now: on("11-18 10:00") };
  return { ...conversation(), ctx: { db, ...base }, reader: new Reader(audience, base) };
}

describe.each(KINDS)("the words of a text, on %s", (kind) => {
  const database = useStore(kind);
  const made = new Map<number, string>();

  beforeAll(async () => {
    for (const text of fc.sample(texts, { numRuns: 1, seed: 11 }).flat()) {
      const { id } = await insertIssue(database.db, newIssue({ text }));
      made.set(id, searchableOf(text));
    }
  });

  it("find every issue that holds all of them in whatever spelling, and no other, the newest first", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 3 }), async (words) => {
        const query = asQuery(words.join(" "));
        if (query.terms.length === 0) return;
        const holding = [...made].filter(([, text]) => query.terms.every((one) => text.includes(one.text)));
        expect(await allHits(database.db, query)).toEqual(holding.map(([id]) => id).reverse());
      }),
      { numRuns: 100 },
    );
  });

  it("find the same when the index is made anew from what is written down", async () => {
    const before = await allHits(database.db, asQuery("停"));
    await database.db.execute(sql`delete from issue_grams where issue_id < 20`);
    await writeSetting(database.db, "searchIndex", 0);
    await keepSearchIndex(database.db);
    expect(await allHits(database.db, asQuery("停"))).toEqual(before);
    expect(before.length).toBeGreaterThan(3);
  });
});

describe("what many issues hold", () => {
  const database = useStore("postgresql");
  const SPREAD = 350;
  const numbers = (from: number, to: number, fits: (n: number) => boolean) =>
    Array.from({ length: to - from + 1 }, (_, n) => from + n)
      .filter(fits)
      .map((n) => n * SPREAD)
      .reverse();

  beforeAll(async () => {
    const { db } = database;
    const { id } = await insertIssue(db, newIssue({ text: "样本", enterprise: "hengtai", department: "water" }));
    // Numbers over several stretches of each size; a word that all have, two that none has together, and one of long ago.
    await db.execute(sql`insert into issues select (jsonb_populate_record(i, jsonb_build_object('id', n * ${SPREAD}::int,
        'text', '厂区照明' || case when n <= 1500 then '旧闻' else '' end || case when n % 2 = 0 then '断電' else '漏-水' end,
        'department', case when n in (3, 4, 2000) then 'power' else 'water' end,
        'enterprise', case when n in (3, 5) then 'zhongsu' when n % 2 = 0 then '?某不在册企业' else 'hengtai' end))).*
      from issues i, generate_series(1, 3000) n where i.id = ${id}`);
    await writeSetting(db, "searchIndex", 0);
    await keepSearchIndex(db);
  });

  it("is found from the newest on, in parts of any size, to the last", async () => {
    const { db } = database;
    for (const [words, fits] of [
      ["照明", () => true],
      ["断电", (n: number) => n % 2 === 0],
      ["旧闻 漏水", (n: number) => n <= 1500 && n % 2 === 1],
      ["断电 漏水", () => false],
      ["明", () => true],
    ] as const) {
      for (const enough of [7, 400]) expect(await allHits(db, asQuery(words), enough)).toEqual(numbers(1, 3000, fits));
    }
    const first = await hitsOf(db, asQuery("照明"), null, 400);
    expect(first.ids.length).toBeLessThan(1500);
  });

  it("hides nothing of a unit or a company behind what others have, and is limited behind that alone", async () => {
    const found = async (audience: Audience, words: string) => {
      const by = await findByWords(seenBy(database.db, audience), words);
      return { ids: by?.found.map(({ issue }) => issue.id / SPREAD), isAll: by?.isAll };
    };
    expect(await found({ kind: "department", department: "power" }, "照明")).toEqual({
      ids: [2000, 4, 3],
      isAll: true,
    });
    expect(await found({ kind: "company", actor: COMPANY }, "照明")).toEqual({ ids: [5, 3], isAll: true });
    const all = await found({ kind: "coordinator" }, "照明");
    expect(all.ids).toEqual(numbers(2601, 3000, () => true).map((id) => id / SPREAD));
    expect(all.isAll).toBe(false);
  });

  it("is sought by the board's list among what its filters ask for, and so is what it gives as a file", async () => {
    const asked = { words: "照明", department: ["power"] };
    const listed = await listFor(seenBy(database.db, { kind: "coordinator" }), asked);
    expect([listed.total, listed.cut, listed.issues.map(({ id }) => id / SPREAD)]).toEqual([3, "counts", [2000, 4, 3]]);
    const marks = await listAll(seenBy(database.db, { kind: "coordinator" }), { ...asked, sort: "due" }, 10);
    expect(marks?.map(({ id }) => id / SPREAD).toSorted()).toEqual([2000, 3, 4]);
    const any = await listFor(seenBy(database.db, { kind: "coordinator" }), { words: "照明" });
    expect([any.total, any.cut, any.issues.length]).toEqual([400, "list", 50]);
    const next = await listFor(seenBy(database.db, { kind: "coordinator" }), {
      words: "照明",
      before: placeText({ words: "照明" }, any.next ?? { stretch: "", at: 0, id: 0 }),
    });
    expect(next.issues[0]?.id).toBe((any.issues.at(-1)?.id ?? 0) - SPREAD);
  });
});

describe("who finds what, and what stands first", () => {
  const database = useStore("postgresql");

  const found = async (audience: Audience, words: string) =>
    (await findByWords(seenBy(database.db, audience), words))?.found.map(({ issue }) => issue.id);

  const COORDINATOR = { kind: "coordinator" } as const;

  beforeAll(async () => {
    const file = async (text: string, patch: Parameters<typeof newIssue>[0] = {}) =>
      insertIssue(database.db, newIssue({ text, ...patch }));
    const byForm = { name: "某人", platform: "form", userId: "f1", verified: false } as const;
    await file("三車間早上停電，影響生產");
    await file("路灯不亮。三 车间旁边也停过电，编号 12");
    await file("ＵＰＳ-Ａ１２ 告警。请尽快处理三车间 停电 的事");
    await file("保密的停电，中塑科技的人都知道", { confidential: true, publicIn: null });
    await file("停电是他们造成的", { reporter: byForm, publicIn: null });
    await file("水压低", { enterprise: "xiangjing" });
    await file("停电", { enterprise: "?恒通-机械（永州）", reporter: byForm, publicIn: null });
    for (let n = 8; n <= 12; n++) await file("井盖破了");
  });

  it("an issue by its number, then what has it in its title, then in its text, of equals the newest", async () => {
    expect(await found(COORDINATOR, "三车间 停电")).toEqual([1, 3]);
    expect(await found(COORDINATOR, "12")).toEqual([12, 3, 2]);
    expect(await found(COORDINATOR, "#12 井盖")).toEqual([12]);
    expect(await found(COORDINATOR, "#3 井盖")).toEqual([]);
    expect(await found(COORDINATOR, "a12")).toEqual([3]);
    expect(await found(COORDINATOR, "ups a-12")).toEqual([3]);
  });

  it("the company by any of its names, also one that is not listed, where it is named", async () => {
    expect(await found(COORDINATOR, "湘晶电子")).toEqual([6]);
    expect(await found(COORDINATOR, "恒通机械 停电")).toEqual([7]);
    expect(await found(COORDINATOR, "恒通机械(永州) 停电")).toEqual([7]);
    expect(await found({ kind: "department", department: "power" }, "中塑科技 停电")).toEqual([5, 1, 3]);
    expect(await found({ kind: "enterprise", chat: "qiye" }, "湘晶电子")).toEqual([]);
  });

  it("nothing that is hidden from him: what is confidential, another company's, or by the form and not vouched for", async () => {
    expect(await found({ kind: "company", actor: COMPANY }, "停电")).toEqual([4, 1, 3]);
    const colleague = { ...COMPANY, name: "吴晓燕", userId: "wuxiaoyan" };
    expect(await found({ kind: "company", actor: colleague }, "停电")).toEqual([1, 3]);
    expect(await found({ kind: "company", actor: colleague }, "4")).toEqual([]);
    expect(await found({ kind: "company", actor: colleague }, "水压")).toEqual([]);
    expect(await found({ kind: "enterprise", chat: "qiye" }, "停电")).toEqual([1, 3]);
    expect(await found({ kind: "department", department: "works" }, "停电")).toEqual([]);
    expect(await found(COORDINATOR, "？！ 。")).toBeUndefined();
  });
});
