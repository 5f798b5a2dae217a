import { deedsOf } from "../../features/issues/dossier.ts";
import type { Describe } from "../../features/ledger/event-sheet.ts";
import type { OfficialSheet } from "../../features/ledger/sheet.ts";
import { wholeLedger } from "../../features/ledger/whole-ledger.ts";
import { workbookOf } from "../../features/ledger/workbook.ts";
import { cleanText } from "../../messages/escape.ts";
import type { Reader } from "../../messages/reader.ts";
import { joined } from "../../messages/zh-cn/deed-detail.ts";
import type { Db } from "../../store/client.ts";
import { noteExported } from "../exported.ts";
import { isThere, OWN_MODE, writeWhole } from "../org/write-whole.ts";
import { type Progress, progressOf } from "../progress.ts";
import { type ToldTerminal, withLedger } from "../terminal.ts";
import { readerAtTerminal } from "./park.ts";

/** `npm run ledger -- export FILE.xlsx`: everything that the ledger has, as the coordinator sees it. */
export async function exportLedger(
  told: ToldTerminal,
  { path, force }: { readonly path: string; readonly force: boolean },
): Promise<number> {
  const { say, complain, sentences } = told;
  const name = cleanText(path);
  if (!path.toLowerCase().endsWith(".xlsx")) {
    complain(sentences.ledgerNoExcelName(name));
    return 2;
  }
  if (!force && (await isThere(path))) {
    complain(sentences.ledgerFileThere(name));
    return 2;
  }
  return withLedger(told, async (db, config) => {
    const reader = await readerAtTerminal(told, db, config);
    if (reader === null) return 1;
    await noteExported(db, reader.now);
    const sheets = await writeAll(told, { db, reader, path });
    const [problems, duties, events] = sheets.map((one) => one.count);
    say(sentences.ledgerExported(name, { problems: problems ?? 0, duties: duties ?? 0, events: events ?? 0 }));
    say(sentences.ledgerHoldsAll());
    return 0;
  });
}

/** All of it of one state of the database, whatever is written meanwhile. */
function writeAll(
  told: ToldTerminal,
  { db, reader, path }: { readonly db: Db; readonly reader: Reader; readonly path: string },
): Promise<readonly OfficialSheet[]> {
  return db.transaction(
    async (tx) => {
      const sheets = await wholeLedger(tx, reader, describe);
      const total = sheets.reduce((sum, one) => sum + one.count, 0);
      const progress = progressOf(told, told.sentences.exporting(), total);
      try {
        await writeWhole(path, await workbookOf(sheets.map((one) => counted(one, progress))), OWN_MODE);
      } finally {
        progress.end();
      }
      return sheets;
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

const describe: Describe = (event, told) => {
  const [deed] = deedsOf([event], told);
  if (deed === undefined) throw new Error("an event tells of something");
  return { ...deed, what: joined([deed.what, deed.more]) };
};

function counted(sheet: OfficialSheet, progress: Progress): OfficialSheet {
  return {
    ...sheet,
    rows: async function* () {
      for await (const row of sheet.rows()) {
        progress.add();
        yield row;
      }
    },
  };
}
