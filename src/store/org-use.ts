import { notInArray } from "drizzle-orm";
import type { Db } from "./client.ts";
import { issues } from "./schema.ts";

/** The codes of the org file that open issues refer to. */
export interface CodesInUse {
  readonly departments: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  readonly enterprises: ReadonlySet<string>;
  readonly chats: ReadonlySet<string>;
}

export async function codesInUse(db: Db): Promise<CodesInUse> {
  const rows = await db
    .selectDistinct({
      department: issues.department,
      category: issues.category,
      enterprise: issues.enterprise,
      chat: issues.publicIn,
    })
    .from(issues)
    .where(notInArray(issues.state, ["closed", "rejected", "withdrawn", "merged"]));
  const set = (pick: (row: (typeof rows)[number]) => string | null) => new Set(rows.flatMap((row) => pick(row) ?? []));
  return {
    departments: set((row) => row.department),
    categories: set((row) => row.category),
    enterprises: set((row) => row.enterprise),
    chats: set((row) => row.chat),
  };
}
