import { asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { phoneDigits } from "../domain/park/claim.ts";
import type { PlatformName } from "../domain/park/org.ts";
import { FORGOTTEN } from "../domain/zh-cn-forgotten.ts";
import { answered } from "./answered.ts";
import type { Db } from "./client.ts";
import { forgetInCommons } from "./common-record.ts";
import { recordForgottenLooks } from "./disclosures.ts";
import { type Change, changeRows, whileForgetting } from "./forgetting.ts";
import { contacts, inbound, notices } from "./schema.ts";
import { signInLinks } from "./schema-board.ts";
import { commonProposals } from "./schema-common.ts";
import { questions } from "./schema-conversations.ts";
import { disclosures } from "./schema-record.ts";
import { cards, claims, directRoads, recognised } from "./schema-roads.ts";
import { absences, duties } from "./schema-supervision.ts";
import { drafts, invitations, themeDays } from "./schema-theme-days.ts";
import { veilsAfter } from "./veils.ts";

/** Where somebody stands outside of the issues: what is known of him alone goes, and in what others did he is no longer named. */

export interface Account {
  readonly platform: PlatformName;
  readonly userId: string;
}

/** By which somebody is found. */
export interface Traces {
  readonly name: string;
  readonly accounts: readonly Account[];
  readonly phones: readonly string[];
}

/** The accounts that somebody of this name had, and the numbers that he gave. */
export async function tracesOf(db: Db, name: string): Promise<Pick<Traces, "accounts" | "phones">> {
  const found = answered<Account>(
    await db.execute(sql`select distinct platform, user_id as "userId" from (
        select actor ->> 'platform' as platform, actor ->> 'userId' as user_id from events where actor ->> 'name' = ${name}
        union select reporter_platform, reporter_user_id from issues where reporter_name = ${name}
        union select platform, user_id from contacts where name = ${name}
        union select platform, user_id from recognised where person = ${name}
        union select platform, user_id from claims where name = ${name} or person = ${name}
        union select target ->> 'platform', target ->> 'userId' from notices where target ->> 'name' = ${name}
      ) known where platform is not null and user_id is not null and user_id <> ${FORGOTTEN}`),
  );
  const given = await db
    .select({ phone: claims.phone })
    .from(claims)
    .where(or(eq(claims.name, name), eq(claims.person, name)));
  return { accounts: found, phones: given.flatMap(({ phone }) => phone ?? []) };
}

/** The issues about which something is kept that holds one of these, in the order of their numbers. */
export async function issuesNaming(db: Db, { name, accounts, phones }: Traces): Promise<readonly number[]> {
  const words = JSON.stringify([name, ...accounts.map(({ userId }) => userId)]);
  // However the digits of a number are grouped.
  const numbers = JSON.stringify(phones.map(phoneDigits).filter((digits) => digits !== ""));
  const holds = (text: SQL) =>
    sql`(exists (select from jsonb_array_elements_text(${words}::jsonb) as w(word) where position(w.word in ${text}) > 0)
      or exists (select from jsonb_array_elements_text(${numbers}::jsonb) as d(digits)
        where position(d.digits in translate(${text}, '０１２３４５６７８９ -－', '0123456789')) > 0))`;
  const rows = answered<{ readonly id: number }>(
    await db.execute(sql`select distinct id from (
        select issue_id as id from events where ${holds(sql`actor::text || data::text`)}
        union all select id from issues i where ${holds(sql`to_jsonb(i)::text`)}
        union all select issue_id from requests r where ${holds(sql`to_jsonb(r)::text`)}
        union all select issue_id from supervisions s where ${holds(sql`to_jsonb(s)::text`)}
        union all select issue_id from notices n where issue_id is not null
          and ${holds(sql`n.target::text || n.audience::text || n.body::text || n.mention::text`)}
        union all select issue_id from files f where issue_id is not null
          and ${holds(sql`concat_ws(' ', f.name, f.user_id, f.user_name, f.place::text)`)}
        union all select issue_id from cards c where issue_id is not null and ${holds(sql`c.facts::text`)}
      ) named where exists (select from issues i where i.id = named.id) order by id`),
  );
  return rows.map(({ id }) => id);
}

/** Where somebody is named who did something, or for whom something was done, that is others' to know as well. */
const NAMED: readonly (readonly [PgTable, PgColumn, string])[] = [
  [duties, duties.person, "person"],
  [duties, duties.setBy, "setBy"],
  [absences, absences.person, "person"],
  [absences, absences.substitute, "substitute"],
  [absences, absences.setBy, "setBy"],
  [invitations, invitations.signedUpBy, "signedUpBy"],
  [themeDays, themeDays.createdBy, "createdBy"],
  [recognised, recognised.by, "by"],
  [commonProposals, commonProposals.decidedBy, "decidedBy"],
];

/** Takes somebody out of everything that is not about an issue. */
export async function dropTraces(
  tx: Db,
  { name, accounts }: Traces,
  { change, by, at }: { readonly change: Change; readonly by: string; readonly at: Date },
): Promise<void> {
  await tx.delete(signInLinks).where(eq(signInLinks.person, name));
  await tx.delete(drafts).where(eq(drafts.person, name));
  await tx.delete(recognised).where(eq(recognised.person, name));
  await tx.delete(claims).where(or(eq(claims.name, name), eq(claims.person, name)));
  await tx.delete(contacts).where(eq(contacts.name, name));
  for (const { platform, userId } of accounts) {
    for (const table of [contacts, directRoads, claims, recognised, questions])
      await tx.delete(table).where(sql`${table.platform} = ${platform} and ${table.userId} = ${userId}`);
  }
  for (const [table, column, field] of NAMED)
    await tx
      .update(table)
      .set({ [field]: FORGOTTEN })
      .where(eq(column, name));
  await forgetLooks(tx, name, { by, at });
  await forgetInCommons(tx, change, { by, at });
  await forgetReplies(tx, change);
  const messages = { columns: ["target", "audience", "body", "mention"], table: notices, key: notices.id };
  await changeRows(tx, messages, isNull(notices.issueId), change);
  await changeRows(tx, { columns: ["facts"], table: cards, key: cards.id }, isNull(cards.issueId), change);
}

/** That somebody looked stays, and that it was him does not: the seal holds a hash of his name, with a salt that goes. */
async function forgetLooks(tx: Db, name: string, noted: { readonly by: string; readonly at: Date }): Promise<void> {
  const his = await tx.select().from(disclosures).where(eq(disclosures.person, name)).orderBy(asc(disclosures.id));
  await whileForgetting(tx, async () => {
    for (const { id, veils } of his) {
      const after = veils === null ? null : veilsAfter(veils, { person: name }, { person: FORGOTTEN });
      await tx.update(disclosures).set({ person: FORGOTTEN, veils: after }).where(eq(disclosures.id, id));
    }
  });
  await recordForgottenLooks(tx, his, noted);
}

/** What the bot answered is kept for some weeks beside the message. */
async function forgetReplies(tx: Db, change: Change): Promise<void> {
  await changeRows(tx, { columns: ["reply"], table: inbound, key: inbound.messageId }, undefined, change);
}
