import { customType, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { issues } from "./schema.ts";

const searched = customType<{ data: string }>({ dataType: () => "tsvector" });

/** By which an issue is searched: what an index knows it by (src/store/grams.ts), and its text as it is searched. */
export const issueGrams = pgTable(
  "issue_grams",
  {
    issueId: integer("issue_id")
      .primaryKey()
      .references(() => issues.id, { onDelete: "cascade" }),
    grams: searched().notNull(),
    plain: text().notNull(),
  },
  (table) => [index("issue_grams_grams").using("gin", table.grams)],
);
