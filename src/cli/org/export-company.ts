import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { openClock } from "../../app.ts";
import { isCard } from "../../messages/card.ts";
import { renderText } from "../../messages/render-text.ts";
import { ChaxuError } from "../../shared/errors.ts";
import type { Db } from "../../store/client.ts";
import { companyIssues, everythingOf } from "../../store/company-export.ts";
import { noteExported } from "../exported.ts";
import { type ToldTerminal, withLedger } from "../terminal.ts";
import { orgInForce } from "./accounts.ts";
import { codeOf, isThere, OWN_MODE, writeWhole } from "./write-whole.ts";

/** `npm run org -- export-company CODE DIR`: everything that is kept of one company, as one JSON file. */

/** So many issues are read at once: the ledger of a large company is not held in memory. */
const AT_ONCE = 50;

export function exportCompany(terminal: ToldTerminal, code: string, folder: string): Promise<number> {
  const { say, complain, sentences } = terminal;
  return withLedger(terminal, async (db, config) => {
    const org = await orgInForce(terminal, db, config);
    if (org === null) return 1;
    const company = org.enterprises.find((one) => one.code === code);
    const isKnown = company !== undefined || (await companyIssues(db, code, 0, 1)).length > 0;
    if (!isKnown) {
      complain(sentences.companyUnknown(code));
      return 1;
    }
    const path = join(folder, `${code.replace(/[^\w-]/gu, "_")}.json`);
    const at = (await openClock(config, db)).now();
    const head = { company: { code, name: company?.name ?? null, aliases: company?.aliases ?? [] }, exportedAt: at };
    const people = org.people.filter((one) => one.enterprise === code);
    if (await isThere(path)) {
      complain(sentences.auditFileThere(path));
      return 1;
    }
    const count = await noteExported(db, at, code);
    await makeFolder(folder);
    await writeWhole(path, Readable.from(pieces(db, code, { ...head, people })), OWN_MODE);
    say(sentences.companyExported(path, count));
    return 0;
  });
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new ChaxuError("write", `${folder} cannot be made (${codeOf(error)}).`, { cause: error });
  }
}

async function* pieces(db: Db, code: string, head: object): AsyncGenerator<string> {
  let count = 0;
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "issues": [`;
  for (let last = 0; ; ) {
    const ids = await companyIssues(db, code, last, AT_ONCE);
    for (const issue of await everythingOf(db, ids)) {
      const messages = issue.messages.map(({ body, target, ...message }) => {
        // Where an answer goes is an address by which anybody could write there.
        const { url: _, ...to } = { url: null, ...target };
        return { ...message, to, body, text: textOf(body) };
      });
      yield `${count === 0 ? "" : ","}\n${JSON.stringify({ ...issue, messages })}`;
      count += 1;
    }
    last = ids.at(-1) ?? last;
    if (ids.length < AT_ONCE) break;
  }
  yield "\n ]\n}\n";
}

/** Of what was kept as it was said. Other messages were made of facts when they went, for the eyes of each place. */
function textOf(body: { readonly kind: string }): string | null {
  return "card" in body && isCard(body.card) ? renderText(body.card) : null;
}
