import { openClock } from "../../app.ts";
import type { Config } from "../../config.ts";
import { phoneDigits } from "../../domain/park/claim.ts";
import { normaliseName } from "../../domain/park/directory.ts";
import { FORGOTTEN } from "../../domain/zh-cn-forgotten.ts";
import { dropName, storedOrg } from "../../org/apply.ts";
import { loadOrg } from "../../org/load.ts";
import type { Db } from "../../store/client.ts";
import { type Change, changeTexts, lockForForgetting } from "../../store/forgetting.ts";
import { dropTraces, issuesNaming, type Traces, tracesOf } from "../../store/person-traces.ts";
import { orgNames, type ToldTerminal, withLedger } from "../terminal.ts";
import { orgInForce } from "./accounts.ts";

/** `npm run org -- forget NAME [PHONE] --yes`: somebody who has left is named nowhere any more; what was done stays, and verifies. */

/** In place of who forgot. */
const BY = "operator";

export function forgetPerson(
  terminal: ToldTerminal,
  given: string,
  { phone, yes }: { readonly phone: string | undefined; readonly yes: boolean },
): Promise<number> {
  const { say, complain, sentences } = terminal;
  const name = given.trim();
  if ([...name].length < 2 || (phone !== undefined && phoneDigits(phone).length < LEAST_DIGITS)) {
    complain(sentences.forgetNeedsName());
    return Promise.resolve(2);
  }
  return withLedger(terminal, async (db, config) => {
    const isThere = await standsInOrg(terminal, db, { config, name });
    if (isThere !== false) {
      if (isThere !== null) complain(sentences.forgetStillThere(name));
      return 1;
    }
    const found = await tracesOf(db, name);
    const traces = {
      name,
      accounts: found.accounts,
      phones: [...found.phones, ...(phone === undefined ? [] : [phone])],
    };
    const ids = await issuesNaming(db, traces);
    if (!yes) {
      say(sentences.forgetWould(name, traces.accounts.length, ids.length));
      return 1;
    }
    const at = (await openClock(config, db)).now();
    await forget(db, { traces, ids, at });
    say(sentences.forgotten(name, ids.length));
    return 0;
  });
}

/** Whether an org that is in force, or that the database keeps, has somebody of this name. Null: it cannot be read, which was said. */
async function standsInOrg(
  terminal: ToldTerminal,
  db: Db,
  { config, name }: { readonly config: Config; readonly name: string },
): Promise<boolean | null> {
  const org = await orgInForce(terminal, db, config);
  if (org === null) return null;
  const { text, file } = await storedOrg(db);
  const kept = [text, file].flatMap((one) => (one === null ? [] : [loadOrg(one, orgNames(terminal.env))]));
  const people = [...org.people, ...kept.flatMap((one) => ("org" in one ? one.org.people : []))];
  return people.some((one) => normaliseName(one.name) === normaliseName(name));
}

interface Forgetting {
  readonly traces: Traces;
  readonly ids: readonly number[];
  readonly at: Date;
}

/** Issue by issue, so that nobody waits long; what was begun and not ended is gone on with when it is said again. */
async function forget(db: Db, { traces, ids, at }: Forgetting): Promise<void> {
  const change = withoutPerson(traces);
  for (const id of ids) {
    await db.transaction(async (tx) => {
      const written = await lockForForgetting(tx, id);
      if (written !== null) await changeTexts(tx, id, { written, change, by: BY, at });
    });
  }
  await db.transaction((tx) => dropTraces(tx, traces, { change, by: BY, at }));
  await dropName(db, traces.name);
}

const LEAST_DIGITS = 5;

/** Without a name, accounts and numbers, however the digits of these are grouped. */
function withoutPerson({ name, accounts, phones }: Traces): Change {
  const own = new Set(accounts.map(({ userId }) => userId));
  const numbers = phones
    .map(phoneDigits)
    .filter((digits) => digits.length >= LEAST_DIGITS)
    .map((digits) => new RegExp(`(?<!\\d)${[...digits].join("[ \\-－]?")}(?!\\d)`, "gu"));
  return (text) => {
    if (own.has(text)) return FORGOTTEN;
    return numbers.reduce((rest, number) => rest.replace(number, FORGOTTEN), text.replaceAll(name, FORGOTTEN));
  };
}
