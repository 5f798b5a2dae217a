import type { ComponentChildren } from "preact";
import type { Said } from "../chat/conversation.ts";
import type { Common } from "../domain/common/common.ts";
import { courseOf, lastDoer } from "../features/common/course.ts";
import { commonSubs } from "../features/common/feature.ts";
import { evidenceHere, proposalAt } from "../features/common/proposals.ts";
import { type SeenCommon, seenCommon, seenCommons } from "../features/common/seen.ts";
import { isTitle, type SubName, subNamed, writtenFor } from "../features/common/zh-cn-said.ts";
import { type Card, say } from "../messages/card.ts";
import { PROBLEMS } from "../messages/zh-cn/board.ts";
import { changedMeanwhile, PROPOSALS_CHANGED } from "../messages/zh-cn/board-common.ts";
import { commandWord } from "../messages/zh-cn/commands.ts";
import { ASK_TITLE } from "../messages/zh-cn/common.ts";
import { COMMONS_AT, SendForm } from "./common-forms.tsx";
import { CommonPage } from "./common-one-page.tsx";
import { CommonsPage } from "./common-page.tsx";
import { type Asking, fieldsIn, numberIn, type Outcome, type Route } from "./page.ts";

/** The common problems (共性问题), one of them, and what can be done about them. */
export const COMMON_ROUTES: readonly Route[] = [
  { method: "get", path: COMMONS_AT, handle: overview },
  { method: "post", path: COMMONS_AT, handle: act },
  { method: "get", path: `${COMMONS_AT}/:id`, handle: one },
  { method: "post", path: `${COMMONS_AT}/:id`, handle: actOn },
];

const NONE = { problem: "no-common", status: 404 } as const;

async function overview({ conversation, frame, said }: Asking): Promise<Outcome> {
  const may = commonSubs(conversation);
  // For whom nothing of it is, there is no such page.
  if (may.size === 0 && conversation.reader.audience.kind === "company") return { problem: "not-found", status: 404 };
  const commons = await seenCommons(conversation, "all");
  const proposals = may.has("find") ? await evidenceHere(conversation) : [];
  return { page: <CommonsPage {...{ conversation, commons, proposals, may, said }} frame={frame("commons")} /> };
}

async function one(asking: Asking): Promise<Outcome> {
  const seen = await seenCommon(asking.conversation, numberIn(asking.request));
  return seen === null ? NONE : pageOf(asking, seen, { said: asking.said });
}

interface Shown {
  readonly said: Card | null;
  readonly below?: ComponentChildren;
  readonly filled?: { readonly name: SubName; readonly text: string };
  readonly status?: 409;
}

async function pageOf(
  { conversation, frame }: Asking,
  seen: SeenCommon,
  { status, ...shown }: Shown,
): Promise<Outcome> {
  const course = await courseOf(conversation, seen);
  const page = <CommonPage {...{ conversation, seen, course, ...shown }} frame={frame("commons")} />;
  return status === undefined ? { page } : { page, status };
}

/** What is said of none that is there. */
const OF_NONE: ReadonlySet<SubName> = new Set<SubName>(["create", "find", "dismiss"]);

/** A new one, and what becomes of a proposal. */
async function act(asking: Asking): Promise<Outcome> {
  const { conversation, request } = asking;
  const fields = fieldsIn(request.body);
  const name = subNamed(fields["sub"]);
  if (name === null || !OF_NONE.has(name) || !commonSubs(conversation).has(name))
    return { problem: "not-possible", status: 400 };
  if (fields["proposal"] !== undefined && !(await isAsShown(asking, fields)))
    return { to: COMMONS_AT, said: say(PROPOSALS_CHANGED) };
  // Without a title its numbers would be read as something else.
  if (name === "create" && fields["proposal"] === undefined && !isTitle(fields["title"] ?? ""))
    return { to: COMMONS_AT, said: say(ASK_TITLE) };
  const { card } = await run(asking, { rest: writtenFor(name, fields) });
  const found = name === "find" && (await evidenceHere(conversation)).length > 0;
  return found ? { to: COMMONS_AT } : { to: COMMONS_AT, said: card ?? say(PROBLEMS["not-possible"]) };
}

/** The list of proposals may be another one by now. */
async function isAsShown({ conversation }: Asking, fields: Readonly<Record<string, string>>): Promise<boolean> {
  const proposal = await proposalAt(conversation.ctx.db, Number(fields["proposal"]));
  const shown = numbersIn(fields["of"]);
  return proposal !== null && shown.length > 0 && shown.every((id) => proposal.issues.includes(id));
}

/** Something about one, by a form of its page. */
async function actOn(asking: Asking): Promise<Outcome> {
  const { conversation, request } = asking;
  const id = numberIn(request);
  const seen = await seenCommon(conversation, id, true);
  if (seen === null) return NONE;
  const fields = fieldsIn(request.body);
  const name = subNamed(fields["sub"]);
  if (name === null || OF_NONE.has(name) || !commonSubs(conversation).has(name))
    return { problem: "not-possible", status: 400 };
  if (Number(fields["version"]) !== seen.common.version)
    return stale(asking, seen, { name, text: fields["text"] ?? "" });
  const rest = writtenFor(name, { ...fields, common: String(id) });
  const sure = fields["sure"] === "1" ? { sure: true, shown: numbersIn(fields["shown"]) } : {};
  const { card, asks } = await run(asking, { rest, ...sure });
  const said = card ?? say(PROBLEMS["not-possible"]);
  const shown = asks?.ask === "offer" ? asks.doings[0]?.shown : undefined;
  if (shown === undefined) return { to: `${COMMONS_AT}/${id}`, said };
  const below = <SendForm {...formOf(asking, seen.common)} text={fields["text"] ?? ""} shown={shown} />;
  return pageOf(asking, seen, { said, below });
}

function formOf({ frame, conversation }: Asking, common: Common) {
  return { frame: frame("commons"), common, park: conversation.ctx.park };
}

/** Somebody was first: nothing is done, and what was written stands in its form. */
async function stale(asking: Asking, seen: SeenCommon, filled: NonNullable<Shown["filled"]>): Promise<Outcome> {
  const who = await lastDoer(asking.conversation, seen.common.id);
  return pageOf(asking, seen, { said: say(changedMeanwhile(who)), filled, status: 409 });
}

function run({ conversation }: Asking, said: Pick<Said, "rest" | "sure" | "shown">) {
  const command = conversation.commands.find((each) => each.name === "common");
  if (command === undefined) throw new Error("no feature has the command common");
  return command.run(conversation, { word: commandWord("common"), id: 0, number: null, ...said });
}

function numbersIn(text = ""): readonly number[] {
  return text
    .split(" ")
    .map(Number)
    .filter((one) => Number.isSafeInteger(one) && one > 0);
}
