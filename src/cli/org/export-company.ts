import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { openClock } from "../../app.ts";
import { isCard } from "../../messages/card.ts";
import { renderText } from "../../messages/render-text.ts";
import { ChaxuError } from "../../shared/errors.ts";
import type { Db } from "../../store/client.ts";
import { companyIssues, everythingOf } from "../../store/company-export.ts";
import { type ToldTerminal, withLedger } from "../terminal.ts";
import { orgInForce } from "./accounts.ts";
import { codeOf } from "./write-whole.ts";

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
    const count = await written(path, folder, () => pieces(db, code, { ...head, people }));
    if (count === null) {
      complain(sentences.auditFileThere(path));
      return 1;
    }
    say(sentences.companyExported(path, count));
    return 0;
  });
}

/** Null: there is a file of this name. What could not be written whole is not left there. */
async function written(
  path: string,
  folder: string,
  make: () => AsyncGenerator<string, number>,
): Promise<number | null> {
  try {
    await mkdir(folder, { recursive: true });
    // For whoever exports it alone.
    const file = await open(path, "wx", 0o600);
    try {
      const all = make();
      for (;;) {
        const { value, done } = await all.next();
        if (done === true) return value;
        await file.write(value);
      }
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST") return null;
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw new ChaxuError("write", `${path} cannot be written (${code}).`, { cause: error });
  }
}

async function* pieces(db: Db, code: string, head: object): AsyncGenerator<string, number> {
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
  return count;
}

/** Of what was kept as it was said. Other messages were made of facts when they went, for the eyes of each place. */
function textOf(body: { readonly kind: string }): string | null {
  return "card" in body && isCard(body.card) ? renderText(body.card) : null;
}
