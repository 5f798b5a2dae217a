import { readFile, stat } from "node:fs/promises";
import { inLanguage, type OperatorWords } from "../../messages/operator-words.ts";
import { orgSentence } from "../../messages/zh-cn/org-sentences.ts";
import { readOrgText } from "../../org/choose.ts";
import { type FileProblem, MOST_BYTES } from "../../org/list/archive.ts";
import { importList } from "../../org/list/import-list.ts";
import { templateList } from "../../org/list/template.ts";
import { MOST_ROWS } from "../../org/list/workbook.ts";
import { loadOrg } from "../../org/load.ts";
import { ChaxuError } from "../../shared/errors.ts";
import { groupWarnings } from "../examine/org-file.ts";
import { orgNames, type ToldTerminal } from "../terminal.ts";
import { complainOf } from "./mistakes.ts";
import { codeOf, isThere, writeWhole } from "./write-whole.ts";

/** `npm run org -- template FILE.xlsx` and `npm run org -- import FILE.xlsx`: the park as an Excel list. */

const DEFAULT_FILE = "org.yaml";

/** Writes the empty list. */
export async function template(
  { say, complain, sentences }: ToldTerminal,
  path: string,
  force: boolean,
): Promise<number> {
  if (!path.toLowerCase().endsWith(".xlsx")) {
    complain(sentences.listNoExcelName(path));
    return 1;
  }
  if (!force && (await isThere(path))) {
    complain(sentences.listIsThere(path));
    return 1;
  }
  await writeWhole(path, await templateList());
  say(sentences.listWritten(path));
  return 0;
}

/** Reads a list into an org file. Writes nothing unless all of it is right. */
export async function importFile(terminal: ToldTerminal, path: string, into: string | undefined): Promise<number> {
  const { say, complain, env, language, sentences } = terminal;
  const aim = into ?? DEFAULT_FILE;
  const exists = await isThere(aim);
  if (exists && into === undefined) {
    complain(sentences.listAimIsThere(aim));
    return 1;
  }
  const names = orgNames(env);
  const before = exists ? await readBefore(aim, names) : null;
  if (before !== null && "errors" in before) {
    complain(sentences.listAimHasErrors(aim, before.errors.length));
    complainOf(terminal, before.errors);
    return 1;
  }
  const bytes = await readList(path);
  const imported =
    "kind" in bytes
      ? { problem: bytes }
      : await importList(bytes, before, names, { inChinese: language === "zh", ofCheck: orgSentence });
  if ("problem" in imported) {
    complain(fileSentence(sentences, path, imported.problem));
    return 1;
  }
  if ("mistakes" in imported) {
    for (const line of atMost(imported.mistakes, sentences)) complain(line);
    return 1;
  }
  for (const note of atMost(imported.notes, sentences)) say(note);
  for (const one of groupWarnings(imported.warnings)) say(sentences.orgNote(inLanguage(one, language)));
  if (before !== null && imported.changes.length === 0) {
    say(sentences.listHasAll(aim));
    return 0;
  }
  await writeWhole(aim, imported.text);
  say(sentences.listAimWritten(aim));
  for (const line of atMost(imported.changes.map(sentences.orgChange), sentences, "  ")) say(line);
  say(sentences.listNext(aim));
  return 0;
}

async function readBefore(path: string, names: ToldTerminal["env"]) {
  const text = await readOrgText(path);
  const loaded = loadOrg(text, names);
  return "errors" in loaded ? loaded : { text, org: loaded.org };
}

/** The bytes of a list; what is far too large is not read. Throws a ChaxuError when it cannot be. */
async function readList(path: string): Promise<Buffer | FileProblem> {
  try {
    const { size } = await stat(path);
    return size > MOST_BYTES ? { kind: "too-large" } : await readFile(path);
  } catch (error) {
    throw new ChaxuError("list", `The list ${path} cannot be read (${codeOf(error)}).`, { cause: error });
  }
}

/** What is wrong with the file as a whole. */
function fileSentence({ listFile }: OperatorWords, path: string, problem: FileProblem): string {
  const sheet = "sheet" in problem ? problem.sheet : "";
  return listFile[problem.kind](path, { megabytes: MOST_BYTES / 1024 / 1024, rows: MOST_ROWS, sheet });
}

const MOST_LINES = 200;

function atMost(lines: readonly string[], { listMore }: OperatorWords, before = ""): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `${before}${listMore(lines.length - MOST_LINES)}`];
}
