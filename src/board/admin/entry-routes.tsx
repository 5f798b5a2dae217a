import { say } from "../../messages/card.ts";
import { ADMIN, added, changed, changedMeanwhile, KIND_NAMES, removed } from "../../messages/zh-cn/admin.ts";
import type { OrgInForce } from "../../org/desk.ts";
import { type Edit, edited } from "../../org/edit.ts";
import { referencesTo, referring } from "../../org/used.ts";
import { lastOrgChangeOf } from "../../store/org-changes.ts";
import { type Asking, fieldsIn, type Outcome, type Route } from "../page.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { EntryPage } from "./entry-page.tsx";
import { codeOf, type Filled, fieldsFilled } from "./filled.ts";
import { KINDS, type Kind } from "./kinds.ts";
import { saidOf, save, whoAndWhen } from "./saving.ts";
import { usedSentence } from "./sentences.ts";
import { type TableAsked, TablePage } from "./table-page.tsx";

/** A page for each kind of what the org has, and what its forms do. */
export const ENTRY_ROUTES: readonly Route[] = KINDS.flatMap((kind): readonly Route[] => [
  { method: "get", path: `/admin/${kind.name}`, handle: (asking) => shown(asking, kind) },
  { method: "post", path: `/admin/${kind.name}`, handle: (asking) => sent(asking, kind) },
]);

async function shown(asking: Asking, kind: Kind): Promise<Outcome> {
  const inForce = await asking.deps.org.read(asking.conversation.ctx.db);
  const { is } = asking.request.query;
  const none = { filled: null, alerts: [] };
  if (typeof is !== "string") return table(asking, { kind, inForce, ...none });
  const entry = entriesOf(inForce, kind).find((one) => one.is === is);
  if (entry === undefined)
    return { ...table(asking, { kind, inForce, filled: null, alerts: [ADMIN.gone] }), status: 404 };
  return { page: <EntryPage frame={asking.frame("admin")} {...{ kind, inForce, entry, ...none }} /> };
}

interface Shown {
  readonly kind: Kind;
  readonly inForce: OrgInForce;
  readonly filled: Filled | null;
  readonly alerts: readonly string[];
}

function table({ request, frame, said }: Asking, shown: Shown) {
  return { page: <TablePage frame={frame("admin")} asked={askedIn(request.query)} said={said} {...shown} /> };
}

function askedIn({ words, page }: Readonly<Record<string, unknown>>): TableAsked {
  return {
    words: typeof words === "string" ? words.trim().slice(0, 100) : "",
    page: typeof page === "string" && /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  };
}

const DOES = ["add", "change", "remove"] as const;

/** What a form wants done. `entry` is null for a new one. */
interface Wanted {
  readonly kind: Kind;
  readonly filled: Filled;
  readonly inForce: OrgInForce;
  readonly entry: Entry | null;
}

async function sent(asking: Asking, kind: Kind): Promise<Outcome> {
  const filled = fieldsIn(asking.request.body);
  const does = DOES.find((one) => one === filled["do"]);
  if (does === undefined) return { problem: "bad-form", status: 400 };
  const inForce = await asking.deps.org.take(asking.conversation.ctx.db);
  const entry = does === "add" ? null : (entriesOf(inForce, kind).find((one) => one.is === filled["is"]) ?? null);
  if (does !== "add" && entry?.version !== filled["version"]) return tooLate(asking, { kind, filled, inForce, entry });
  const wanted = { kind, filled, inForce, entry };
  return does === "remove" && entry !== null ? remove(asking, { ...wanted, entry }) : put(asking, wanted);
}

/** Somebody else has changed the same since the page was made. */
async function tooLate(asking: Asking, { kind, filled, inForce, entry }: Wanted): Promise<Outcome> {
  const { db } = asking.conversation.ctx;
  // A digest is known by its place, which is another's as soon as one before it goes.
  const key = kind.name === "digests" ? null : (entry?.key ?? filled["is"] ?? "");
  const change = await lastOrgChangeOf(db, { part: kind.part, key });
  const alerts = [changedMeanwhile(...whoAndWhen(asking, change))];
  const frame = asking.frame("admin");
  const page =
    entry === null ? (
      table(asking, { kind, inForce, filled: null, alerts }).page
    ) : (
      <EntryPage {...{ frame, kind, inForce, entry, alerts }} filled={null} />
    );
  return { page, status: 409 };
}

async function put(asking: Asking, { kind, filled, inForce, entry }: Wanted): Promise<Outcome> {
  const fields = fieldsFilled(kind, filled, entry, inForce.org);
  const to = `/admin/${kind.name}`;
  if (entry !== null && fields.size === 0) return { to, said: say(ADMIN.unchanged) };
  const at = entry?.at ?? null;
  const text = edited(inForce.text, [{ kind: "put", section: kind.section, at, fields }]);
  const saved = await save(asking, inForce, { text, place: "page" });
  if ("refused" in saved) return refused(asking, { kind, filled, inForce, entry }, saved.refused);
  const now = entriesOf(await asking.deps.org.read(asking.conversation.ctx.db), kind);
  const name = (entry === null ? now.at(-1) : now[entry.at])?.name ?? "";
  const sentence = entry === null ? added : changed;
  return { to, said: saidOf(sentence(KIND_NAMES[kind.name], name), saved), renews: true };
}

async function remove(asking: Asking, wanted: Wanted & { readonly entry: Entry }): Promise<Outcome> {
  const { kind, filled, inForce, entry } = wanted;
  const { section } = kind;
  const references = referencesTo(inForce.org, section, entry.key);
  const among = section === "departments" || section === "enterprises" || section === "chats" ? section : undefined;
  const into = codeOf(inForce.org, among, filled["into"] ?? "");
  const mustGo = references.filter((one) => one.section !== "policy");
  if (mustGo.length > 0 && into === "") return refused(asking, wanted, [usedSentence(entry.name, mustGo)]);
  const edits: readonly Edit[] = [...referring(references, entry.key, into), { kind: "remove", section, at: entry.at }];
  const saved = await save(asking, inForce, { text: edited(inForce.text, edits), place: "page" });
  if ("refused" in saved) return refused(asking, wanted, saved.refused);
  return { to: `/admin/${kind.name}`, said: saidOf(removed(KIND_NAMES[kind.name], entry.name), saved), renews: true };
}

/** The same page with what was filled in, and every reason. */
function refused(asking: Asking, { kind, filled, inForce, entry }: Wanted, alerts: readonly string[]): Outcome {
  if (entry === null) return { ...table(asking, { kind, inForce, filled, alerts }), status: 400 };
  const again = filled["do"] === "change" ? filled : null;
  return {
    page: <EntryPage frame={asking.frame("admin")} {...{ kind, inForce, entry, alerts }} filled={again} />,
    status: 400,
  };
}
