import { dateOf } from "../../domain/park/instants.ts";
import { say } from "../../messages/card.ts";
import { wordsIn } from "../../messages/operator-words.ts";
import { ADMIN, EXPORT_NOTE, exportName, FILES, orgChangedMeanwhile } from "../../messages/zh-cn/admin.ts";
import { orgSentence } from "../../messages/zh-cn/org-sentences.ts";
import type { OrgInForce } from "../../org/desk.ts";
import type { OrgError } from "../../org/document.ts";
import { isArchive, MOST_BYTES } from "../../org/list/archive.ts";
import { importList } from "../../org/list/import-list.ts";
import { MOST_ROWS } from "../../org/list/workbook.ts";
import { recordedChange } from "../../org/recorded.ts";
import { withoutSecrets, withSecretsOf } from "../../org/secrets.ts";
import { appendOrgChange, lastOrgChange, lockOrg, textDigest } from "../../store/org-changes.ts";
import type { Asking, Outcome, Route } from "../page.ts";
import { changeText } from "./change-text.ts";
import { FilesPage, type Preview } from "./files-page.tsx";
import { mayAll } from "./may.ts";
import { look, personOf, save, whoAndWhen } from "./saving.ts";
import { readUpload } from "./upload.ts";

/** The org as a file to be taken away, and a file that is looked at before it comes into force. */
export const FILES_ROUTES: readonly Route[] = [
  { method: "get", path: "/admin/files", handle: forAdmins(shown) },
  { method: "post", path: "/admin/files", handle: forAdmins(sent), reads: readUpload },
  { method: "get", path: "/admin/org.yaml", handle: forAdmins(exported) },
];

function forAdmins(handle: Route["handle"]): Route["handle"] {
  return async (asking) => (mayAll(personOf(asking)) ? handle(asking) : { problem: "not-found", status: 404 });
}

async function shown(asking: Asking): Promise<Outcome> {
  return page(asking, { alerts: [], preview: null });
}

function page(
  { frame, said }: Asking,
  { alerts, preview }: { readonly alerts: readonly string[]; readonly preview: Preview | null },
) {
  return { page: <FilesPage frame={frame("admin")} {...{ said, alerts, preview }} /> };
}

/** That somebody took the org with him, its telephone numbers too, is recorded. */
async function exported(asking: Asking): Promise<Outcome> {
  const { ctx, reader } = asking.conversation;
  await lockOrg(ctx.db);
  const { text: inForce } = await asking.deps.org.read(ctx.db);
  const { text, names } = withoutSecrets(inForce);
  const doing = { by: personOf(asking).name, place: "export", at: ctx.now } as const;
  await appendOrgChange(ctx.db, { ...doing, changes: [], text: textDigest(inForce) });
  const name = exportName(dateOf(ctx.now, reader.park.org.park.timeZone));
  return {
    file: async (response) => {
      response
        .attachment(name)
        .type("application/yaml")
        .send([...EXPORT_NOTE(names), text].join(""));
    },
  };
}

/** By its name it wants to be a list, whatever is in it. */
const WORKBOOK = /\.xlsx?$/iu;

async function sent(asking: Asking): Promise<Outcome> {
  const { draft }: { draft?: unknown } = asking.request.body ?? {};
  if (typeof draft === "string") return confirmed(asking, draft);
  const { buffer: bytes, originalname = "" } = asking.request.file ?? {};
  if (bytes === undefined || bytes.length === 0) return refused(asking, [FILES.noFile]);
  const inForce = await asking.deps.org.read(asking.conversation.ctx.db);
  const read =
    isArchive(bytes) || WORKBOOK.test(originalname)
      ? await readWorkbook(asking, bytes, inForce)
      : readText(asking, bytes, inForce);
  if ("refused" in read) return refused(asking, read.refused);
  const looked = await look(asking, inForce, read.text, wrongInFile);
  if ("refused" in looked) return refused(asking, looked.refused);
  const { differences, warnings } = looked.weighed;
  const preview: Preview = {
    draft: sealed(asking, inForce, read.text),
    changes: differences.map((one) => changeText(recordedChange(one), looked.weighed.org)),
    notes: read.notes,
    warnings: warnings.map(warningText),
  };
  return page(asking, { alerts: [], preview });
}

function refused(asking: Asking, alerts: readonly string[]): Outcome {
  return { ...page(asking, { alerts, preview: null }), status: 400 };
}

/** `line 7, people[3]: …` */
function warningText(warning: string): string {
  const [, line = "", path = "", message = ""] = /^line (\d+), (\S+): (.*)$/su.exec(warning) ?? [];
  return line === "" ? orgSentence(warning) : FILES.line(Number(line), path, orgSentence(message));
}

type Read = { readonly refused: readonly string[] } | { readonly text: string; readonly notes: readonly string[] };

/** An org file: of what `${NAME}` may stand for, a secret that was left out when it was exported is taken from what is in force. */
function readText(asking: Asking, bytes: Buffer, inForce: OrgInForce): Read {
  let given: string;
  try {
    given = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { refused: [FILES.notText] };
  }
  if (given.includes("\0")) return { refused: [FILES.notText] };
  const { names } = asking.deps.org;
  const isShort = bytes.length <= MOST_BYTES / 10;
  return { text: isShort ? withSecretsOf(given, inForce.text, names) : given, notes: [] };
}

/** Each by its line in the file. */
function wrongInFile(errors: readonly OrgError[]): readonly string[] {
  return errors.map(({ line, path, message }) => FILES.line(line, path, orgSentence(message)));
}

/** The list goes into the org in force, as `npm run org -- import` puts it into a file. */
async function readWorkbook(asking: Asking, bytes: Buffer, { text, org }: OrgInForce): Promise<Read> {
  const lines = { inChinese: true, ofCheck: orgSentence };
  const imported = await importList(bytes, { text, org }, asking.deps.org.names, lines);
  if ("problem" in imported) {
    const { problem } = imported;
    const sheet = "sheet" in problem ? problem.sheet : "";
    const limits = { megabytes: MOST_BYTES / 1024 / 1024, rows: MOST_ROWS, sheet };
    return { refused: [wordsIn("zh").listFile[problem.kind](FILES.theFile, limits)] };
  }
  return "mistakes" in imported ? { refused: imported.mistakes } : imported;
}

/** How long a preview can be confirmed. */
const GOOD_FOR_MS = 3_600_000;

function sealed({ deps, conversation, ...asking }: Asking, inForce: OrgInForce, text: string): string {
  const person = personOf({ deps, conversation, ...asking }).name;
  const ends = conversation.ctx.now.getTime() + GOOD_FOR_MS;
  return deps.drafts.seal({ text, person, before: textDigest(inForce.text), ends });
}

/** What was shown comes into force, unless something else did meanwhile. */
async function confirmed(asking: Asking, sealedDraft: string): Promise<Outcome> {
  const { ctx } = asking.conversation;
  const draft = asking.deps.drafts.open(sealedDraft);
  if (draft === null || draft.person !== personOf(asking).name || draft.ends < ctx.now.getTime())
    return refused(asking, [FILES.over]);
  const inForce = await asking.deps.org.take(ctx.db);
  if (textDigest(inForce.text) !== draft.before) {
    const alerts = [orgChangedMeanwhile(...whoAndWhen(asking, await lastOrgChange(ctx.db)))];
    return { ...page(asking, { alerts, preview: null }), status: 409 };
  }
  if (draft.text === inForce.text) return { to: "/admin/files", said: say(ADMIN.unchanged) };
  const saved = await save(asking, inForce, { text: draft.text, place: "import" });
  if ("refused" in saved) return refused(asking, saved.refused);
  return { to: "/admin/files", said: say(FILES.done(saved.differences.length)), renews: true };
}
