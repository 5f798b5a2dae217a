import { createHash } from "node:crypto";
import { normaliseName } from "../../../domain/park/directory.ts";
import { dateOf } from "../../../domain/park/instants.ts";
import type { Db } from "../../../store/client.ts";
import { keysOf, raisedHere, takenWith } from "../../../store/taken-over.ts";
import type { ListRow, Wrong } from "./row.ts";
import { type Here, type Understood, understand } from "./understand.ts";

/** What becomes of each row of a list. */

export type Fate =
  | { readonly kind: "new"; readonly row: ListRow; readonly one: Understood; readonly key: string }
  | { readonly kind: "there"; readonly row: ListRow; readonly id: number; readonly number: string | null }
  /** The same as an earlier row of the list. */
  | { readonly kind: "twice"; readonly row: ListRow; readonly first: ListRow }
  | { readonly kind: "refused"; readonly row: ListRow; readonly wrong: Wrong };

/** Looks at every row, and into the ledger, where there is one, for those that it has already. Writes nothing. */
export async function fatesOf(db: Db | null, rows: readonly ListRow[], here: Here): Promise<readonly Fate[]> {
  const looked = rows.map((row) => ({ row, read: understand(row, here) }));
  const keys = keysFor(
    looked.flatMap(({ read }) => ("problem" in read ? [] : [read])),
    here,
  );
  const there = db === null ? new Map<string, number>() : await knownHere(db, keys, here);
  const numbers = new Set([...keys.keys()].map((one) => one.number));
  const first = new Map<string, ListRow>();
  return looked.map(({ row, read }): Fate => {
    if ("problem" in read) return { kind: "refused", row, wrong: read };
    const key = keys.get(read) ?? "";
    const before = first.get(key);
    if (before !== undefined) return { kind: "twice", row, first: before };
    first.set(key, row);
    const id = there.get(key);
    if (id !== undefined) return { kind: "there", row, id, number: read.number };
    const { mergedInto } = read.issue;
    if (mergedInto !== null && (!numbers.has(String(mergedInto)) || read.number === String(mergedInto))) {
      return {
        kind: "refused",
        row,
        wrong: { cell: row.cellOf("state"), problem: { kind: "target", number: mergedInto } },
      };
    }
    return { kind: "new", row, one: read, key };
  });
}

/**
 * A file of this program's own says it. Of another list it is what somebody raised and when: neither its place nor its number,
 * which are others in the next copy. Two rows that say the same under two numbers are two issues.
 */
function keysFor(all: readonly Understood[], here: Here): ReadonlyMap<Understood, string> {
  const numbers = new Map<string, (string | null)[]>();
  return new Map(
    all.map((one) => {
      if (one.key !== null) return [one, one.key];
      const what = contentOf({ ...one.issue, text: one.listedText }, one.isDated, here);
      const seen = numbers.get(what) ?? [];
      if (!seen.includes(one.number)) seen.push(one.number);
      numbers.set(what, seen);
      return [one, digestOf(what, seen.indexOf(one.number))];
    }),
  );
}

function contentOf(
  { enterprise, text, submittedAt }: Pick<Understood["issue"], "enterprise" | "text" | "submittedAt">,
  isDated: boolean,
  { park }: Here,
): string {
  const said = normaliseName(text).replace(/\p{P}/gu, "");
  return JSON.stringify([enterprise, said, isDated ? dateOf(submittedAt, park.org.park.timeZone) : null]);
}

function digestOf(content: string, times: number): string {
  return createHash("sha256").update(`${content} ${times}`).digest("hex");
}

/** The numbers of the issues that the ledger has already, by the keys that they have in this list. */
async function knownHere(
  db: Db,
  keys: ReadonlyMap<Understood, string>,
  here: Here,
): Promise<ReadonlyMap<string, number>> {
  const known = new Map(await takenWith(db, [...new Set(keys.values())]));
  // What was raised here is known by its number, and by its first event.
  const numbers = [...keys.keys()].flatMap(({ key, number }) =>
    key !== null && /^\d{1,9}$/u.test(number ?? "") ? [Number(number)] : [],
  );
  for (const [id, key] of await keysOf(db, numbers)) known.set(key, id);
  const foreign = [...keys].filter(([one]) => one.key === null);
  const companies = [...new Set(foreign.map(([{ issue }]) => issue.enterprise))];
  const wanted = new Map(
    foreign.map(([one, key]) => [
      digestOf(contentOf({ ...one.issue, text: one.listedText }, one.isDated, here), 0),
      key,
    ]),
  );
  for await (const page of raisedHere(db, companies)) {
    for (const issue of page) {
      const key = wanted.get(digestOf(contentOf(issue, true, here), 0));
      if (key !== undefined && !known.has(key)) known.set(key, issue.id);
    }
  }
  return known;
}
