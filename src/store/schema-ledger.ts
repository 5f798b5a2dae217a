import { integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { issues } from "./schema.ts";

/** Issues that were taken over from a list, each by what makes it the same in every copy of that list. */
export const takenOver = pgTable(
  "taken_over",
  {
    issueId: integer("issue_id")
      .primaryKey()
      .references(() => issues.id),
    key: text().notNull(),
  },
  (table) => [uniqueIndex("taken_over_key").on(table.key)],
);
