import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Config } from "../../config.ts";
import type { Unlisted } from "../../features/ledger/old-list/belongs.ts";
import { type Fate, fatesOf } from "../../features/ledger/old-list/fates.ts";
import { readRows, sheetsToRead } from "../../features/ledger/old-list/read-rows.ts";
import type { ListRow } from "../../features/ledger/old-list/row.ts";
import { takeIn } from "../../features/ledger/old-list/take-in.ts";
import type { Here } from "../../features/ledger/old-list/understand.ts";
import { HEADINGS } from "../../features/ledger/old-list/zh-cn-headings.ts";
import { cleanText } from "../../messages/escape.ts";
import type { Most } from "../../org/list/archive.ts";
import { readWorkbook } from "../../org/list/workbook.ts";
import { ChaxuError } from "../../shared/errors.ts";
import type { Db } from "../../store/client.ts";
import { codeOf } from "../org/write-whole.ts";
import { progressOf } from "../progress.ts";
import { type ToldTerminal, withDatabase, withLedgerOrNone } from "../terminal.ts";
import { readerAtTerminal } from "./park.ts";
import { giveBack } from "./returned.ts";
import { sayFates, saySheets } from "./said.ts";

/** `npm run ledger -- import FILE.xlsx`: a list that was kept elsewhere becomes a part of the ledger. */

const MEGABYTE = 1024 * 1024;
const MOST: Most = { bytes: 20 * MEGABYTE, unpacked: 120 * MEGABYTE };
const MOST_ROWS = 20_000;
/** As a shell says it of what was stopped by Ctrl-C. */
const STOPPED = 130;
/** Beside a title and a head. */
const ABOVE = 20;

export async function importLedger(
  told: ToldTerminal,
  { path, dryRun, unlisted }: { readonly path: string; readonly dryRun: boolean; readonly unlisted: Unlisted },
): Promise<number> {
  const { complain, sentences } = told;
  const name = cleanText(path);
  const read = await sheetsIn(path, name, sentences.ledgerUnread);
  if ("problem" in read) {
    const { problem } = read;
    const sheet = "sheet" in problem ? problem.sheet : "";
    complain(sentences.ledgerFile[problem.kind](name, { megabytes: MOST.bytes / MEGABYTE, rows: MOST_ROWS, sheet }));
    return 1;
  }
  const list = readRows(read.sheets, cleanText(basename(path)));
  saySheets(told, [...read.hidden.map((sheet) => ({ kind: "hidden-sheet", sheet }) as const), ...list.notes]);
  if (list.rows.length === 0) {
    const needed = [HEADINGS.company, HEADINGS.text].flatMap(([heading = ""]) => [heading]);
    complain(sentences.ledgerNoRows(name, needed));
    return 1;
  }
  const looked = { rows: list.rows, path, unlisted };
  return dryRun
    ? withLedgerOrNone(told, (db, config) => decide(told, { ...looked, db, config }))
    : withDatabase(told, (db, config) => decide(told, { ...looked, db, config }, db));
}

interface Looked {
  readonly rows: readonly ListRow[];
  readonly path: string;
  readonly unlisted: Unlisted;
  /** Null: there is no ledger yet. */
  readonly db: Db | null;
  readonly config: Config;
}

/** Says what becomes of each row. `into`: where it is written; nowhere without it. */
async function decide(told: ToldTerminal, { rows, path, unlisted, db, config }: Looked, into?: Db): Promise<number> {
  const reader = await readerAtTerminal(told, db, config);
  if (reader === null) return 1;
  const { park, now } = reader;
  const here = { park, now, unlisted };
  const fates = await fatesOf(db, rows, here);
  const ids = into === undefined ? null : await write(told, into, { fates, path, here });
  if (ids === "stopped") return STOPPED;
  sayFates(told, fates, ids);
  const refused = fates.filter((fate) => fate.kind === "refused");
  if (into !== undefined && refused.length > 0) await giveBack(told, path, refused);
  return refused.length > 0 ? 1 : 0;
}

async function write(
  told: ToldTerminal,
  db: Db,
  { fates, path, here }: { readonly fates: readonly Fate[]; readonly path: string; readonly here: Here },
): Promise<ReadonlyMap<string, number> | "stopped"> {
  const total = fates.filter(({ kind }) => kind === "new").length;
  const progress = progressOf(told, told.sentences.importing(), total);
  const interrupt = told.interrupt?.();
  const { signal } = interrupt ?? {};
  const file = cleanText(basename(path)).slice(0, 200);
  try {
    const ids = await takeIn(db, here, { fates, file, onDone: progress.add, signal });
    if (signal?.aborted !== true || ids.size >= total) return ids;
    progress.end();
    told.complain(told.sentences.importStopped(ids.size, total - ids.size));
    return "stopped";
  } finally {
    interrupt?.end();
    progress.end();
  }
}

/** What is far too large is not read. Throws a ChaxuError where the file cannot be read. */
async function sheetsIn(
  path: string,
  name: string,
  unread: (path: string, code: string) => string,
): ReturnType<typeof readWorkbook> {
  const bytes = await bytesOf(path, name, unread);
  if ("problem" in bytes) return bytes;
  const names: string[] = [];
  const looked = await readWorkbook(bytes, { most: MOST, isWanted: (sheet) => names.push(sheet) < 0 });
  if ("problem" in looked) return looked;
  const wanted = sheetsToRead(names);
  return readWorkbook(bytes, { most: MOST, rows: MOST_ROWS + ABOVE, isWanted: (sheet) => wanted.includes(sheet) });
}

async function bytesOf(path: string, name: string, unread: (path: string, code: string) => string) {
  try {
    const { size } = await stat(path);
    return size > MOST.bytes ? { problem: { kind: "too-large" } as const } : await readFile(path);
  } catch (error) {
    throw new ChaxuError("list", unread(name, codeOf(error)), { cause: error });
  }
}
