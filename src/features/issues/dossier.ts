import type { Conversation } from "../../chat/conversation.ts";
import { shortened } from "../../domain/graphemes.ts";
import { companyShown } from "../../domain/issue/audience.ts";
import type { Issue, Request } from "../../domain/issue/issue.ts";
import { ACTIONS, type Action } from "../../domain/issue/lifecycle.ts";
import { PLATFORMS, type PlatformName } from "../../domain/park/org.ts";
import type { Dossier } from "../../issues/move.ts";
import type { Block, Field } from "../../messages/card.ts";
import { fieldsOf } from "../../messages/issue-card.ts";
import type { Reader } from "../../messages/reader.ts";
import { AVOIDS } from "../../messages/zh-cn/avoid.ts";
import { joined } from "../../messages/zh-cn/deed-detail.ts";
import * as words from "../../messages/zh-cn/dossier.ts";
import { requestText, timesRaised } from "../../messages/zh-cn/issues.ts";
import { SOME_COMPANY } from "../../messages/zh-cn/moves.ts";
import { numberText, suggestionsText } from "../../messages/zh-cn/terms.ts";
import type { Db } from "../../store/client.ts";
import type { StoredEvent } from "../../store/events.ts";
import { unitsKeptFrom } from "../../store/kept-from.ts";
import { type AnsweredSupervision, supervisionsOf } from "../../store/supervisions.ts";
import { helpersOf } from "./beside.ts";
import { detailOf } from "./deed-detail.ts";

/** The whole of an issue, for those who handle it: what was done, noted, asked for and pressed, by whom and when. */
export interface Insight {
  readonly fields: readonly Field[];
  /** In their order. */
  readonly sections: Readonly<Record<"measures" | "notes" | "requests" | "supervisions" | "events", readonly Block[]>>;
}

const NOTES = 5;
const EVENTS = 5;
const LONGEST_TEXT = 40;

/** `events`: its moves. */
export async function insightOf(
  { ctx, reader }: Conversation,
  dossier: Dossier,
  events: readonly StoredEvent[],
): Promise<Insight> {
  const { issue } = dossier;
  const told: Told = { issue, reader };
  const pressed = await supervisionsOf(ctx.db, issue.id);
  return {
    fields: [...doneFields(events, told), ...standingFields(dossier, reader), ...(await keptFields(ctx.db, told))],
    sections: {
      measures: measures(events, told),
      notes: notes(events, told),
      requests: list(
        words.HEADS.requests,
        dossier.requests.filter((one) => one.state !== "pending").map((one) => requestLine(one, told)),
      ),
      supervisions: list(
        words.HEADS.supervisions,
        pressed.map((one) => supervisionLine(one, told)),
      ),
      events: list(
        words.HEADS.events,
        events.slice(-EVENTS).map((event) => eventLine(event, told)),
      ),
    },
  };
}

/** One thing that was done with an issue, whole, in words. */
export interface Deed {
  readonly version: number;
  readonly at: string;
  /** 签收 */
  readonly what: string;
  /** → 城管局: what it came to beside its words. */
  readonly more: string;
  readonly who: string;
  readonly text: string;
  /** Where it was done. Null: where that would tell who it was. */
  readonly where: PlatformName | "page" | "clock" | "import" | null;
}

/** Everything that was done with it, the oldest first. For those who handle it. */
export function deedsOf(events: readonly StoredEvent[], told: Told): readonly Deed[] {
  return events.map((event) => ({
    version: event.version,
    at: told.reader.dateTime(event.at),
    what: wordOf(event),
    more: detailOf(event, told.reader),
    who: whoOf(event, told),
    text: told.reader.text(textOf(event), told.issue),
    where: whereOf(event, told),
  }));
}

/** By which platform a company writes may be enough to know it by. */
function whereOf({ platform, actor, data }: StoredEvent, { issue, reader }: Told): Deed["where"] {
  if (data["takenOver"] !== undefined) return "import";
  if (actor["kind"] === "clock") return "clock";
  const isCompanys = actor["role"] == null || actor["role"] === "liaison";
  if (isCompanys && companyShown(issue, reader.audience) === "hidden") return null;
  return PLATFORMS.find((one) => one === platform) ?? "page";
}

/** About which issue, to whom. */
export interface Told {
  readonly issue: Issue;
  readonly reader: Reader;
}

function list(head: string, items: readonly string[]): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { kind: "text", text: head },
        { kind: "list", items },
      ];
}

function standingFields(dossier: Dossier, reader: Reader): readonly Field[] {
  const { issue, requests, supervisions } = dossier;
  const { directory } = reader.park;
  const pending = requests.find((one) => one.state === "pending");
  const tracking = directory.department(directory.department(issue.department ?? "")?.trackedBy ?? "");
  const { firstDue, due, state } = issue;
  const moved = firstDue !== null && due !== null && firstDue.getTime() !== due.getTime();
  const suggested = state === "submitted" ? issue.suggestions.map((code) => reader.department(code)) : [];
  return fieldsOf({
    suggestions: suggestionsText(suggested),
    request: pending === undefined ? null : requestText(pending.kind, reader.text(pending.reason, issue)),
    helpers: helpersOf(dossier)
      .map((one) => reader.department(one.department))
      .join("、"),
    tracking: tracking?.name ?? null,
    firstDue: moved ? reader.dateTime(firstDue) : null,
    supervisions: numberText(supervisions),
    level: issue.level > 0 ? timesRaised(issue.level) : null,
  });
}

/** From whom its company wishes it to be kept: for the coordinator alone. */
async function keptFields(db: Db, { issue, reader }: Told): Promise<readonly Field[]> {
  const units = reader.audience.kind === "coordinator" ? await unitsKeptFrom(db, issue.id) : [];
  return units.length === 0 ? [] : [{ label: AVOIDS, value: units.map((code) => reader.department(code)).join("、") }];
}

/** Who signed for it, and since when the company has been in touch: of the unit that has it now. */
function doneFields(events: readonly StoredEvent[], told: Told): readonly Field[] {
  const { issue, reader } = told;
  const { signedAt, contactAt } = issue;
  const signed = events.findLast(({ action }) => action === "sign");
  const who = signed === undefined ? issue.handler : whoOf(signed, told);
  return fieldsOf({
    signed: signedAt === null || who === null ? null : words.byAt(who, reader.dateTime(signedAt)),
    contacted: contactAt === null ? null : reader.dateTime(contactAt),
  });
}

function measures(events: readonly StoredEvent[], told: Told): readonly Block[] {
  const all = events.filter(({ action }) => action === "measure");
  // The only one stands in a field.
  if (all.length < 2) return [];
  const items = all.map((event) => {
    const { at, data } = event;
    const date = data["date"];
    const by = { who: whoOf(event, told), at: told.reader.dateTime(at) };
    const until = typeof date === "string" ? told.reader.dateTime(new Date(date)) : null;
    return words.measureOf(by, inLine(textOf(event), told), until);
  });
  return list(words.HEADS.measures, items);
}

/** The newest, each whole as a quotation. */
function notes(events: readonly StoredEvent[], told: Told): readonly Block[] {
  const all = events.filter(({ action }) => action === "note");
  const shown = all.slice(-NOTES);
  const left = all.length - shown.length;
  const earlier: Block[] = left === 0 ? [] : [{ kind: "text", text: words.notesLeft(left) }];
  return [
    ...earlier,
    ...shown.map((event): Block => {
      const by = words.noteBy(whoOf(event, told), told.reader.dateTime(event.at));
      return { kind: "said", by, text: told.reader.text(textOf(event), told.issue) };
    }),
  ];
}

function requestLine({ kind, reason, askedBy, askedAt, ...decided }: Request, told: Told): string {
  const { state, decidedBy, decidedAt, decision } = decided;
  const when = (at: Date | null) => (at === null ? "" : ` ${told.reader.dateTime(at)}`);
  return words.requestLine(
    { kind, reason: inLine(reason, told), asked: `${askedBy}${when(askedAt)}` },
    {
      state,
      // Who overtook it may be one of the company.
      by: decidedBy === null || decision === "overtaken" ? null : `${decidedBy}${when(decidedAt)}`,
      note: decision === "overtaken" ? words.OVERTAKEN : decision === null ? null : inLine(decision, told),
    },
  );
}

function supervisionLine({ by, at, text, answeredBy, answeredAt, answer, ...number }: AnsweredSupervision, told: Told) {
  const { reader } = told;
  return words.supervisionLine(
    { number: numberText(number), by: `${by} ${reader.dateTime(at)}`, text: inLine(text, told) },
    answeredAt === null
      ? null
      : { by: `${answeredBy ?? ""} ${reader.dateTime(answeredAt)}`.trim(), text: inLine(answer ?? "", told) },
  );
}

function eventLine(event: StoredEvent, told: Told): string {
  const at = told.reader.dateTime(event.at);
  // What was raised stands in the title.
  const text = event.action === "submit" ? "" : inLine(textOf(event), told);
  const what = joined([wordOf(event), detailOf(event, told.reader)]);
  return words.eventLine(at, what, whoOf(event, told), text === "" ? null : text);
}

/** Officials by unit and name; the company as it is called here, never its people. */
function whoOf({ action, actor, data }: StoredEvent, { issue, reader }: Told): string {
  if (actor["kind"] === "clock") return words.BY_ITSELF;
  // Which company has the same concern is nobody's to read.
  if (action === "join") return SOME_COMPANY;
  const name = typeof actor["name"] === "string" ? actor["name"] : "";
  if (actor["role"] == null || actor["role"] === "liaison") return reader.companyOf(issue) ?? SOME_COMPANY;
  return typeof data["unit"] === "string" ? `${data["unit"]} ${name}` : name;
}

/** 签收; of what went on from one unit to another, 转派. */
function wordOf(event: StoredEvent): string {
  const action = actionOf(event);
  return action === "dispatch" && typeof event.data["previous"] === "string"
    ? words.TRANSFER
    : words.actionWord(action);
}

function actionOf({ action }: StoredEvent): Action {
  return ACTIONS.find((one) => one === action) ?? "note";
}

function textOf({ data }: StoredEvent): string {
  return typeof data["text"] === "string" ? data["text"] : "";
}

/** A text inside a line: as it may be read here, and only then cut. */
function inLine(text: string, { issue, reader }: Told): string {
  return shortened(reader.text(text, issue).replace(/\s+/gu, " ").trim(), LONGEST_TEXT);
}
