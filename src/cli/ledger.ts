import { exportLedger } from "./ledger/export.ts";
import { importLedger } from "./ledger/import.ts";
import { readLedgerWords } from "./ledger/words.ts";
import { runIfStarted, type Terminal, toldIn } from "./terminal.ts";

/** `npm run ledger -- …`: the ledger into an Excel file, and the park's old list into the ledger. */

export async function ledger(terminal: Terminal): Promise<number> {
  const told = toldIn(terminal, (words) => words.ledgerUsage);
  if (typeof told === "number") return told;
  const wanted = readLedgerWords(told.words);
  if ("misused" in wanted) {
    told.complain(told.sentences.misused(wanted));
    told.complain(told.sentences.ledgerUsage);
    return 2;
  }
  return wanted.verb === "export" ? exportLedger(told, wanted) : importLedger(told, wanted);
}

await runIfStarted(import.meta.url, ledger);
