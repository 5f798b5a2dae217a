import { openClock } from "../../app.ts";
import type { Config } from "../../config.ts";
import { isSamePhone, lacksAccount } from "../../domain/park/claim.ts";
import { normaliseName } from "../../domain/park/directory.ts";
import { type Org, type Person, PLATFORMS } from "../../domain/park/org.ts";
import { approvedAs, withRecognised } from "../../domain/park/recognition.ts";
import { keepsBoards, storedOrg } from "../../org/apply.ts";
import { readOrgText, readSampleText } from "../../org/choose.ts";
import { type Ids, withIds } from "../../org/ids.ts";
import { loadOrg } from "../../org/load.ts";
import type { Db } from "../../store/client.ts";
import { readClaims, readRecognised, recognise, type StoredClaim } from "../../store/recognised.ts";
import { orgNames, type ToldTerminal, withDatabase } from "../terminal.ts";
import { complainOf } from "./mistakes.ts";
import { writeWhole } from "./write-whole.ts";

/** `npm run org -- recognise` and `npm run org -- ids`: the accounts that people have told the bot. */

/**
 * Recognises who says to be somebody of the org file, as the coordinator's 核实 does: for the first coordinator of a park, whom
 * no coordinator can recognise. Without a name it lists who waits.
 */
export function recogniseAccount(terminal: ToldTerminal, name?: string, account?: string): Promise<number> {
  const key = normaliseName(name ?? "");
  const { sentences } = terminal;
  return withDatabase(terminal, async (db, config) => {
    const org = await orgInForce(terminal, db, config);
    if (org === null) return 1;
    const claims = (await readClaims(db)).flatMap((claim) => waiting(claim, org));
    if (name === undefined) return list(terminal, claims);
    const found = claims.filter(
      ({ person, claim }) => normaliseName(person.name) === key && (account === undefined || claim.userId === account),
    );
    const [only, ...others] = found;
    if (only === undefined || others.length > 0) {
      terminal.complain(only === undefined ? sentences.nobodyClaims(name) : sentences.severalClaim(found.length, name));
      list(terminal, found.length > 0 ? found : claims);
      return 1;
    }
    const { claim, person } = only;
    const now = (await openClock(config, db)).now();
    const { platform, userId } = claim;
    await recognise(db, { platform, userId, person: approvedAs(person), by: BY, at: now });
    terminal.say(sentences.recognisedAs({ platform, account: userId, name, role: person.role }));
    return 0;
  });
}

/** In place of the coordinator's name. */
const BY = "operator";

interface Waiting {
  readonly claim: StoredClaim;
  readonly person: Person;
}

/** Those whom the org file still has, without an account there. */
function waiting(claim: StoredClaim, org: Org): readonly Waiting[] {
  const person = org.people.find((one) => one.name === claim.person);
  return person === undefined || !lacksAccount(person, claim.platform) ? [] : [{ claim, person }];
}

function list({ say, sentences }: ToldTerminal, claims: readonly Waiting[]): number {
  if (claims.length === 0) say(sentences.nobodyWaits());
  for (const { claim, person } of claims) {
    const { platform, userId: account, phone } = claim;
    const given = phone === null ? "none" : isSamePhone(phone, person) ? "right" : "other";
    say(sentences.waits({ platform, account, name: person.name, role: person.role }, given));
  }
  return 0;
}

/** Shows the accounts that were recognised, or writes them into an org file, where its own stay as they are. */
export function recognisedIds(terminal: ToldTerminal, into: string | undefined): Promise<number> {
  return withDatabase(terminal, async (db, config) => {
    const { say, sentences } = terminal;
    const org =
      into === undefined
        ? await orgInForce(terminal, db, config)
        : await loadHere(terminal, into, await readOrgText(into));
    if (org === null) return 1;
    const all = await readRecognised(db);
    const ids: readonly Ids[] = withRecognised(org, all).people.flatMap((person, index) => {
      const before = org.people[index];
      return before === undefined || before === person ? [] : [{ index, before, person }];
    });
    const platforms = ids.flatMap(({ before, person }) =>
      PLATFORMS.flatMap((one) => {
        const account = person[one];
        return account === undefined || before[one] === account ? [] : [sentences.accountOf(person.name, one, account)];
      }),
    );
    if (platforms.length === 0) {
      say(sentences.nothingRecognised());
      return 0;
    }
    if (into !== undefined) {
      const text = withIds(await readOrgText(into), ids);
      if ((await loadHere(terminal, into, text)) === null) return 1;
      await writeWhole(into, text);
      say(sentences.accountsWritten(into, platforms.length));
    }
    for (const line of platforms) say(into === undefined ? line : `  ${line}`);
    return 0;
  });
}

/** The org file that a start would put in force. Null: it has mistakes, which are said. */
export async function orgInForce(terminal: ToldTerminal, db: Db | null, { orgFile }: Config): Promise<Org | null> {
  const given = orgFile === undefined ? null : await readOrgText(orgFile);
  const stored = db === null ? null : await storedOrg(db);
  const isGiven = stored === null || (given !== null && !keepsBoards(given, stored, orgNames(terminal.env)));
  if (orgFile !== undefined && given !== null && isGiven) return loadHere(terminal, orgFile, given);
  return loadHere(terminal, terminal.sentences.appliedOrgFile(), stored?.text ?? (await readSampleText()));
}

async function loadHere(terminal: ToldTerminal, name: string, text: string): Promise<Org | null> {
  const loaded = loadOrg(text, orgNames(terminal.env));
  if ("org" in loaded) return loaded.org;
  terminal.complain(terminal.sentences.orgHasErrors(name, loaded.errors.length));
  complainOf(terminal, loaded.errors);
  return null;
}
