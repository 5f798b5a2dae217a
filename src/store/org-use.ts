import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "./client.ts";
import { assists, issues, requests } from "./schema.ts";
import { duties } from "./schema-supervision.ts";
import { isOpen, stateIs } from "./states.ts";

/** What the org file must keep: a code, and the open issues that refer to it, by how they do. */
export type Uses = ReadonlyMap<string, ReadonlyMap<UseName, readonly number[]>>;

/** `lead` and `helps` are of a department, and so are what is `suggested` to the coordinator or `proposed` in a request. */
export type UseName = "lead" | "helps" | "suggested" | "proposed" | "of";

export interface CodesInUse {
  readonly departments: Uses;
  readonly categories: Uses;
  readonly enterprises: Uses;
  readonly chats: Uses;
  /** Departments with somebody on duty until further notice: nothing that has to wait. */
  readonly onDuty: ReadonlySet<string>;
}

/** Everything that open issues refer to by a code. */
export async function codesInUse(db: Db): Promise<CodesInUse> {
  const { id, department, category, enterprise, publicIn, suggestions } = issues;
  const open = await db
    .select({ id, department, category, enterprise, publicIn, suggestions })
    .from(issues)
    .where(isOpen(issues));
  const helping = await db
    .select({ id, code: assists.department })
    .from(assists)
    .innerJoin(issues, eq(issues.id, assists.issueId))
    .where(and(isOpen(issues), isNull(assists.doneAt)));
  const proposed = await db
    .select({ id: requests.issueId, code: requests.department })
    .from(requests)
    .where(and(stateIs(requests.state, "pending"), isNotNull(requests.department)));
  const onDuty = await db.selectDistinct({ code: duties.department }).from(duties).where(isNull(duties.until));
  const of = (pick: (row: (typeof open)[number]) => string | null) =>
    collect(open.map((row) => ({ id: row.id, code: pick(row), use: "of" as const })));
  return {
    departments: collect([
      ...open.map((row) => ({ id: row.id, code: row.department, use: "lead" as const })),
      ...helping.map((row) => ({ ...row, use: "helps" as const })),
      ...open.flatMap((row) => row.suggestions.map((code) => ({ id: row.id, code, use: "suggested" as const }))),
      ...proposed.map((row) => ({ ...row, use: "proposed" as const })),
    ]),
    categories: of((row) => row.category),
    enterprises: of((row) => row.enterprise),
    chats: of((row) => row.publicIn),
    onDuty: new Set(onDuty.map((row) => row.code)),
  };
}

function collect(found: readonly { readonly id: number; readonly code: string | null; readonly use: UseName }[]): Uses {
  const uses = new Map<string, Map<UseName, number[]>>();
  for (const { id, code, use } of found) {
    if (code === null) continue;
    const own = uses.get(code) ?? new Map<UseName, number[]>();
    own.set(use, [...(own.get(use) ?? []), id]);
    uses.set(code, own);
  }
  return uses;
}
