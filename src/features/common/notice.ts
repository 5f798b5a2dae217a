import { type Common, commonPartiesOf, type Deed } from "../../domain/common/common.ts";
import type { Actor } from "../../domain/issue/issue.ts";
import { unitPlaces } from "../../domain/notice/hearers.ts";
import type { Missed } from "../../domain/notice/notice.ts";
import { laneOf, type Place } from "../../domain/notice/places.ts";
import type { Context } from "../../issues/context.ts";
import { officePlaces, tell } from "../../issues/tell.ts";
import type { Block, Card } from "../../messages/card.ts";
import type { Reader } from "../../messages/reader.ts";
import * as words from "../../messages/zh-cn/common.ts";
import { CALLED_OFF, whereItWent } from "../../messages/zh-cn/common-steps.ts";
import { missedText } from "../../messages/zh-cn/places.ts";
import { noticeKind } from "../../outbox/notice-kind.ts";
import { commonEventsOf } from "../../store/common-record.ts";
import { readRoster } from "../../store/people.ts";
import { fieldsOfCommon, step } from "./cards.ts";
import { calledHere, nameOf, type SeenCommon, seenByFormer, seenCommon } from "./seen.ts";

/** What a department is told of a common problem that it leads: that it does, and that its deadline is another, near or past. */

interface CommonFacts {
  readonly what: keyof typeof words.TOLD | "void";
  readonly common: number;
  /** The deadline that was reminded of, as an ISO instant: of another one there is nothing to say. */
  readonly due?: string | undefined;
  /** Of the department that leads no more: which. */
  readonly unit?: string | undefined;
  /** Of what was called off: the other one into which it went. */
  readonly into?: number | undefined;
  readonly instead?: Missed | undefined;
}

interface CommonBody {
  readonly kind: "common";
  readonly facts: CommonFacts;
}

interface Fresh {
  readonly facts: CommonFacts;
  readonly seen: SeenCommon;
  /** What was said with it last, where somebody urges. */
  readonly said: string;
  /** How the other one is called here. */
  readonly into: string;
}

export const commonNotice = noticeKind<CommonBody, Fresh>("common", {
  lookAgain: async ({ facts }, look, reader) => {
    const showing = { ctx: look, reader };
    const isFormer = facts.what === "unlead" || facts.what === "void";
    const seen = await (isFormer ? seenByFormer : seenCommon)(showing, facts.common);
    if (seen === null || isOver(facts, seen.common)) return null;
    const said = facts.what === "urge" ? await saidLast(look, facts.common) : "";
    return { facts, seen, said, into: facts.into === undefined ? "" : await calledHere(showing, facts.into) };
  },
  card: toldCard,
  passedOn: ({ kind, facts }, { missed }) => ({ kind, facts: { ...facts, instead: missed } }),
});

async function saidLast({ db }: Pick<Context, "db">, id: number): Promise<string> {
  const text = (await commonEventsOf(db, id)).findLast(({ action }) => action === "urge")?.data["text"];
  return typeof text === "string" ? text : "";
}

/** It is done, or its deadline was moved: there is nothing to remind of. */
function isOver({ what, due, unit }: CommonFacts, common: Common): boolean {
  if (what === "void") return common.state !== "void";
  if (common.state === "void") return true;
  if (what === "unlead") return common.lead === unit;
  if (what === "lead") return false;
  return common.state === "done" || (what !== "urge" && common.due?.toISOString() !== due);
}

function toldCard({ facts: { what, instead }, seen, said, into }: Fresh, reader: Reader): Card {
  const { id, due, lead } = seen.common;
  const name = nameOf(seen);
  const missed: readonly Block[] =
    instead === undefined ? [] : [{ kind: "text", text: words.passOn(missedText(instead, reader.park.directory)) }];
  const unit = lead === null ? "" : reader.department(lead);
  const told: readonly Block[] = said === "" ? [] : [{ kind: "text", text: seen.text(said) }];
  const isOfUnit = what === "lead" || what === "unlead";
  if (what === "void") return { blocks: [{ kind: "title", text: CALLED_OFF.told(name, into) }, ...missed] };
  const title = words.TOLD[what](name, isOfUnit ? unit : due === null ? "" : reader.day(due));
  // What it is about is no business of who leads it no more.
  if (what === "unlead") return { blocks: [{ kind: "title", text: title }, ...missed] };
  return {
    blocks: [
      { kind: "title", text: title },
      ...missed,
      ...told,
      { kind: "fields", fields: fieldsOfCommon(seen, reader) },
      {
        kind: "actions",
        steps: [step("measure", id, "measure-and-date"), step("progress", id, "text"), step("answer", id, "text")],
      },
    ],
  };
}

/** What a deed makes of one; `text`: what was said with it. */
interface Done {
  readonly before: Common;
  readonly after: Common;
  readonly text?: string | undefined;
}

/** Tells who leads that it does, is urged, or has another deadline of somebody else; and who led it before that it does so no more. */
export async function tellOf(
  ctx: Context,
  deed: Deed,
  { before, after, text = "" }: Done,
  actor: Actor,
): Promise<void> {
  if (deed === "lead" || deed === "urge") await tellLead(ctx, after, actor, deed);
  else if (movesDue(ctx, before, after, actor)) await tellLead(ctx, after, actor, "due");
  if ((deed !== "lead" && deed !== "void") || before.lead === null) return;
  const what = deed === "lead" ? ({ what: "unlead" } as const) : { what: deed, into: whereItWent(text) ?? undefined };
  await tellFormer(ctx, { ...what, common: after.id, unit: before.lead }, actor);
}

function movesDue({ park }: Context, before: Common, after: Common, actor: Actor): boolean {
  const isOwn = commonPartiesOf(actor, after, park).includes("lead");
  return !isOwn && after.due !== null && after.due.getTime() !== before.due?.getTime();
}

/** The department that leads, and the one that tracks it; but for the place where that was said. */
async function tellLead(ctx: Context, common: Common, actor: Actor, what: "lead" | "urge" | "due"): Promise<void> {
  const places = await leadPlaces(ctx, common);
  const others = places.filter(({ target }) => target.kind !== "person" || target.name !== actor.name);
  await say(ctx, others, { what, common: common.id, ...(what === "due" && { due: common.due?.toISOString() }) });
}

/** Tells the department that led it that another does, or nobody: it was told that it leads. */
async function tellFormer(
  ctx: Context,
  facts: CommonFacts & { readonly unit: string },
  { name }: Actor,
): Promise<void> {
  const places = unitPlaces(ctx.park, await readRoster(ctx.db, ctx.now, []), facts.unit);
  const others = places.filter(({ target }) => target.kind !== "person" || target.name !== name);
  await say(ctx, others, facts);
}

/** Reminds of a deadline: who leads, and once it is past the coordinator as well. */
export async function remindOf(ctx: Context, common: Common, what: "soon" | "late"): Promise<void> {
  const own = await leadPlaces(ctx, common);
  const office = what === "late" || common.lead === null ? await officePlaces(ctx) : [];
  await say(ctx, distinct(ctx, [...own, ...office]), { what, common: common.id, due: common.due?.toISOString() });
}

async function leadPlaces(ctx: Context, { lead }: Common): Promise<readonly Place[]> {
  if (lead === null) return [];
  return unitPlaces(ctx.park, await readRoster(ctx.db, ctx.now, []), lead);
}

function distinct({ park }: Context, places: readonly Place[]): readonly Place[] {
  const lanes = places.map(({ target }) => laneOf(park, target)?.lane);
  return places.filter((_, index) => lanes.indexOf(lanes[index]) === index);
}

function say(ctx: Context, places: readonly Place[], facts: CommonFacts): Promise<void> {
  return tell(ctx, places, { notice: ({ instead }) => commonNotice.of({ facts: { ...facts, instead } }) });
}
