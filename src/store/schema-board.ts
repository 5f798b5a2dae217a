import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./instant.ts";
import { issues } from "./schema.ts";

/** Links that sign a person in, each once. Here is the digest of each token alone; the token stands in the message that brings it. */
export const signInLinks = pgTable(
  "sign_in_links",
  {
    digest: text().primaryKey(),
    /** By the name of the org file. */
    person: text().notNull(),
    endsAt: instant("ends_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [index("sign_in_links_ends").on(table.endsAt)],
);

/** States with which somebody came back from a platform's sign-in, so that none is used twice. */
export const signInStates = pgTable(
  "sign_in_states",
  {
    digest: text().primaryKey(),
    endsAt: instant("ends_at").notNull(),
  },
  (table) => [index("sign_in_states_ends").on(table.endsAt)],
);

/** Links to what was raised by the form. Here is the digest of each token alone. */
export const reportLinks = pgTable("report_links", {
  digest: text().primaryKey(),
  issueId: integer("issue_id")
    .notNull()
    .references(() => issues.id),
});
