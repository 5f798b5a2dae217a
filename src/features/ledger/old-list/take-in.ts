import { setImmediate } from "node:timers/promises";
import type { Context } from "../../../issues/context.ts";
import { seal } from "../../../issues/seal.ts";
import { takeOver } from "../../../issues/take-over.ts";
import type { Db } from "../../../store/client.ts";
import { holdNumbers, takenWith } from "../../../store/taken-over.ts";
import type { Fate } from "./fates.ts";

type New = Extract<Fate, { kind: "new" }>;

/** So many at a time keep others, who take a number, waiting for some tenths of a second. */
const AT_ONCE = 25;

/**
 * Files what is new, the oldest first, some in each transaction: if it ends in between, what was filed is there the next time,
 * and the rest is filed then. `signal`: it ends there when asked to. `onDone`: so many more are filed. Gives what each new row has become, by its key.
 */
export async function takeIn(
  db: Db,
  { park, now }: Pick<Context, "park" | "now">,
  {
    fates,
    file,
    onDone,
    signal,
  }: {
    readonly fates: readonly Fate[];
    readonly file: string;
    readonly onDone: (count: number) => void;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  const byNumber = new Map(
    fates.flatMap((fate) => (fate.kind === "there" && fate.number !== null ? [[fate.number, fate.id]] : [])),
  );
  const rows = inOrder(fates.filter((fate) => fate.kind === "new"));
  for (let at = 0; at < rows.length && signal?.aborted !== true; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE);
    const filed = await db.transaction(async (tx) => {
      await holdNumbers(tx);
      // Somebody else may take the same list over.
      const there = new Map(
        await takenWith(
          tx,
          some.map(({ key }) => key),
        ),
      );
      for (const { one, key } of some) {
        if (there.has(key)) continue;
        const { number, row } = one;
        const target = one.issue.mergedInto === null ? null : (byNumber.get(String(one.issue.mergedInto)) ?? null);
        const issue = await takeOver(
          { db: tx, park, now },
          {
            issue: { ...one.issue, mergedInto: target },
            key,
            number: one.key === null || number === null || !/^\d+$/u.test(number) ? null : Number(number),
            from: { file, sheet: row.sheet, line: row.line, number },
          },
        );
        there.set(key, issue.id);
        if (number !== null) byNumber.set(number, issue.id);
      }
      return there;
    });
    for (const [key, id] of filed) ids.set(key, id);
    onDone(some.length);
    // The embedded database answers without ever letting the process hear of anything else, as of Ctrl-C.
    await setImmediate();
  }
  // A running program does it within a second; here there may be none.
  await seal(db, now);
  return ids;
}

/** As they were raised, or by the numbers that they had; what was merged into another behind that. */
function inOrder(rows: readonly New[]): readonly New[] {
  const byNumber = new Map(rows.map((one) => [one.one.number, one]));
  const numberOf = ({ one }: New) => (one.key === null ? null : Number(one.number));
  const sorted = rows.toSorted(
    (a, b) =>
      (numberOf(a) ?? 0) - (numberOf(b) ?? 0) || a.one.issue.submittedAt.getTime() - b.one.issue.submittedAt.getTime(),
  );
  const ordered = new Set<New>();
  const add = (one: New, above: ReadonlySet<New>) => {
    const target = one.one.issue.mergedInto === null ? undefined : byNumber.get(String(one.one.issue.mergedInto));
    // Two that were merged into each other lead nowhere.
    if (target !== undefined && !above.has(target)) add(target, new Set([...above, one]));
    ordered.add(one);
  };
  for (const one of sorted) add(one, new Set());
  return [...ordered];
}
