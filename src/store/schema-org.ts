import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./instant.ts";

/** One place of the org that a change concerns; values as text, with what must not be read left out. */
export interface RecordedChange {
  /** `department`, `person`, `policy` and so on, as `src/org/differences.ts` calls them. */
  readonly part: string;
  /** The code, of a person the name, of a digest its kind and chat; empty for what there is once. */
  readonly key: string;
  readonly name: string;
  readonly verb: "added" | "removed" | "changed";
  readonly fields: readonly { readonly field: string; readonly from: string | null; readonly to: string | null }[];
}

/** Who changed what of the org, and in which place: appended only, each row with the hash of the one before. */
export const orgChanges = pgTable(
  "org_changes",
  {
    seq: bigint({ mode: "number" }).primaryKey(),
    /** By the name of the org file; null for who works at a terminal. */
    by: text(),
    place: text().$type<"page" | "import" | "export" | "command" | "start">().notNull(),
    at: instant("at").notNull(),
    changes: jsonb().$type<readonly RecordedChange[]>().notNull(),
    /** The digest of the text that came into force, or was exported. */
    text: text().notNull(),
    digest: text().notNull(),
    previous: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [index("org_changes_of").using("gin", table.changes)],
);
