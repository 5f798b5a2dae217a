import { accusedUnits, isReadBy } from "../domain/issue/accused.ts";
import type { Hearer } from "../domain/issue/decision.ts";
import { countBasis } from "../domain/issue/due-basis.ts";
import { type Actor, type Issue, isCoordinator, type Reporter, UNTOUCHED } from "../domain/issue/issue.ts";
import { dispatchClocks } from "../domain/issue/moves-handling.ts";
import { type Routing, reasonText } from "../domain/issue/routing.ts";
import { deadlineAfter } from "../domain/park/deadline-after.ts";
import type { ClockName, Urgency } from "../domain/park/org.ts";
import { limitFor, type Park } from "../domain/park/park.ts";
import { routeIn } from "../domain/routing/decide.ts";
import { titleOf } from "../domain/zh-cn-title.ts";
import { insertIssue } from "../store/issues.ts";
import { runningThemeDay } from "../store/theme-days.ts";
import type { Context, Source } from "./context.ts";
import { tellOfGuest } from "./guest.ts";
import { record } from "./record.ts";

/** What a company raises. `publicIn`: the code of the enterprise group where it was said, unless confidential. */
export interface Draft {
  readonly text: string;
  readonly pictures: number;
  readonly enterprise: string;
  readonly reporter: Reporter;
  readonly urgency: Urgency;
  readonly confidential: boolean;
  /** It tells of danger to life: the coordinator hears of it at once, whoever has it. */
  readonly danger: boolean;
  readonly category: string | undefined;
  readonly publicIn: string | null;
  /** The theme day on which it is raised. */
  readonly themeDay?: number | null | undefined;
  /** The closed issue that it goes on from. */
  readonly follows?: number | null | undefined;
}

/** What somebody says that he raises. */
export interface Raised extends Omit<Draft, "reporter" | "themeDay" | "follows"> {
  /** The closed issue that it goes on from. */
  readonly follows?: Issue | undefined;
}

/** Who raises something, in which message. */
export interface Raiser {
  readonly ctx: Context;
  readonly actor: Actor;
  readonly sender: Omit<Reporter, "verified">;
  readonly source: Source;
}

/** Files what somebody raises, and tells the coordinator of a reporter whom nobody has vouched for. */
export async function raise({ ctx, actor, sender, source }: Raiser, { follows, ...raised }: Raised): Promise<Issue> {
  const { platform, userId, name } = sender;
  const reporter: Reporter = { name: actor.name, platform, userId, verified: actor.verified !== false };
  // What goes on from something confidential is confidential, too.
  const confidential = raised.confidential || follows?.confidential === true;
  const draft: Draft = {
    ...raised,
    confidential,
    themeDay: await themeDayFor(ctx, actor, confidential ? null : raised.publicIn),
    follows: follows?.id,
    reporter,
  };
  const issue = await submit(ctx, draft, actor, source);
  if (!reporter.verified) {
    await tellOfGuest(ctx, { platform, userId, name, enterprise: raised.enterprise }, issue);
  }
  return issue;
}

/**
 * While a theme day runs, what is raised in its group belongs to it, and what the coordinator raises for a company. `chat`: where it is
 * public. What is confidential is so nowhere, and belongs to it by the coordinator's word alone.
 */
async function themeDayFor({ db, known }: Context, actor: Actor, chat: string | null): Promise<number | null> {
  const running = known === undefined ? await runningThemeDay(db) : known.themeDay;
  if (running === null) return null;
  return isCoordinator(actor) || (chat !== null && chat === running.chat) ? running.id : null;
}

/** Where an issue of this text would go, and when it would be due: nothing of it is filed. */
export function foresee(
  { park, now }: Pick<Context, "park" | "now">,
  { text, urgency, category }: Pick<Draft, "text" | "urgency" | "category">,
): { readonly department: string; readonly due: Date } | null {
  const routing = routeOf({ text, category }, park);
  if (routing.kind !== "sure") return null;
  const limit = (clock: ClockName) => limitFor(park, { urgency, category: routing.category?.code ?? null }, clock);
  return { department: routing.department.code, due: dispatchClocks({ now, calendar: park.calendar, limit }).due };
}

/**
 * By its words; a unit that it speaks against, or that is not to know of it, is neither given it nor suggested. `besides`: as in `routeIn`.
 */
export function routeOf({ text, category }: Pick<Draft, "text" | "category">, park: Park, besides?: number): Routing {
  const { directory } = park;
  const routing = routeIn(text, park, category, besides);
  const accused = accusedUnits(text, directory);
  if (accused.length === 0) return routing;
  const mayHave = (unit: string) => !isReadBy(unit, accused, directory);
  if (routing.kind === "sure")
    return mayHave(routing.department.code) ? routing : { kind: "unsure", contradicts: true, suggestions: [] };
  return { ...routing, suggestions: routing.suggestions.filter(({ department }) => mayHave(department.code)) };
}

/** Files an issue: numbered, routed, recorded and announced in one transaction. */
export async function submit(ctx: Context, draft: Draft, actor: Actor, source: Source): Promise<Issue> {
  const { park, now } = ctx;
  const routing = routeOf(draft, park);
  const sure = routing.kind === "sure" ? routing : null;
  const like = { urgency: draft.urgency, category: sure?.category?.code ?? null };
  const limit = (clock: ClockName) => limitFor(park, like, clock);
  const clocks = sure === null ? null : dispatchClocks({ now, calendar: park.calendar, limit });
  const issue = await insertIssue(ctx.db, {
    ...UNTOUCHED,
    ...asSaid(draft),
    ...routed(routing),
    version: 1,
    submittedAt: now,
    dispatchDue: deadlineAfter(now, limit("dispatch"), park.calendar),
    ...(clocks ?? {}),
    firstDue: clocks?.due ?? null,
  });
  const { text, department, due } = issue;
  await record(ctx, issue, {
    facts: {
      action: "submit",
      text,
      department: department ?? undefined,
      due: due?.toISOString(),
      danger: draft.danger || undefined,
    },
    from: null,
    actor,
    source,
    row: issue,
    basis: sure === null ? undefined : countBasis(now, limit("answer"), park.calendar),
    tells: hearersOf(issue, draft, actor),
  });
  return issue;
}

/** Who has it now, the coordinator of danger in any case, and the company when somebody else raised it for it. */
function hearersOf({ department }: Issue, { danger, confidential }: Draft, actor: Actor): readonly Hearer[] {
  return [
    { to: department === null ? "coordinator" : "department" },
    ...(danger && department !== null ? [{ to: "coordinator" } as const] : []),
    // Of a confidential one the coordinator is the company.
    ...(isCoordinator(actor) && !confidential ? [{ to: "company" } as const] : []),
  ];
}

function asSaid(draft: Draft) {
  const { text, pictures, urgency, confidential, enterprise, reporter } = draft;
  return {
    title: titleOf(text),
    text,
    pictures,
    urgency,
    confidential,
    enterprise,
    reporter,
    publicIn: confidential ? null : draft.publicIn,
    session: draft.themeDay ?? null,
    follows: draft.follows ?? null,
  };
}

/** Dispatched where the words are sure; else the coordinator chooses, with the suggestions at hand. */
function routed(routing: Routing) {
  const isSure = routing.kind === "sure";
  const suggestions = isSure ? [] : routing.suggestions;
  const reason = isSure ? routing.reason : suggestions[0]?.reason;
  return {
    state: isSure ? "dispatched" : "submitted",
    category: isSure ? (routing.category?.code ?? null) : null,
    department: isSure ? routing.department.code : null,
    suggestions: suggestions.map((one) => one.department.code),
    reason: reason === undefined ? null : reasonText(reason),
  } as const;
}
