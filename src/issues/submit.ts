import type { Tell } from "../domain/decision.ts";
import { countBasis } from "../domain/due-basis.ts";
import { type Actor, type Issue, type Reporter, UNTOUCHED } from "../domain/issue.ts";
import { dispatchClocks } from "../domain/moves-handling.ts";
import type { MoveFacts } from "../domain/notice.ts";
import type { Urgency } from "../domain/org.ts";
import { limitFor } from "../domain/park-view.ts";
import { reasonText, route } from "../domain/routing.ts";
import { titleOf } from "../domain/title.ts";
import { insertIssue } from "../store/issues.ts";
import { announce, unitOf } from "./announce.ts";
import { record } from "./record.ts";
import { watch } from "./watch.ts";
import type { Source, Work } from "./work.ts";

/** What a company raises. `publicIn`: the code of the enterprise group where it was said, unless confidential. */
export interface Draft {
  readonly text: string;
  readonly pictures: number;
  readonly enterprise: string;
  readonly reporter: Reporter;
  readonly urgency: Urgency;
  readonly confidential: boolean;
  readonly category: string | undefined;
  readonly publicIn: string | null;
  /** The theme day on which it is raised. */
  readonly themeDay?: number | null | undefined;
  /** The closed issue that it goes on from. */
  readonly follows?: number | null | undefined;
}

/** Files an issue: numbered, routed, recorded and announced in one transaction. */
export async function submit(work: Work, draft: Draft, actor: Actor, source: Source): Promise<Issue> {
  const { park, now } = work;
  const routing = route(draft.text, park.directory, draft.category);
  const sure = routing.kind === "sure" ? routing : null;
  const best = sure ?? (routing.kind === "unsure" ? routing.suggestions[0] : undefined);
  const like = { urgency: draft.urgency, category: sure?.category.code ?? null };
  const limit = (clock: Parameters<typeof limitFor>[2]) => limitFor(park, like, clock);
  const clocks = sure === null ? null : dispatchClocks({ now, calendar: park.calendar, limit });
  const issue = await insertIssue(work.db, {
    ...UNTOUCHED,
    version: 1,
    state: sure === null ? "submitted" : "dispatched",
    title: titleOf(draft.text),
    text: draft.text,
    pictures: draft.pictures,
    category: like.category,
    urgency: draft.urgency,
    confidential: draft.confidential,
    enterprise: draft.enterprise,
    reporter: draft.reporter,
    publicIn: draft.confidential ? null : draft.publicIn,
    department: sure?.department.code ?? null,
    suggestions: routing.kind === "unsure" ? routing.suggestions.map((one) => one.department.code) : [],
    reason: best === undefined ? null : reasonText(best.reason),
    submittedAt: now,
    dispatchDue: park.calendar.add(now, limit("dispatch").minutes),
    ...(clocks ?? {}),
    firstDue: clocks?.due ?? null,
    session: draft.themeDay ?? null,
    follows: draft.follows ?? null,
  });
  const facts: MoveFacts = {
    action: "submit",
    actor: actor.name,
    unit: unitOf(park, actor),
    byCompany: actor.enterprise !== undefined,
    state: issue.state,
    text: issue.text,
    department: issue.department ?? undefined,
    due: issue.due?.toISOString(),
  };
  const basis = sure === null ? undefined : countBasis(now, limit("answer"), park.calendar);
  await record(work, issue, { facts, from: null, actor, source, row: issue, basis });
  const tells: Tell[] = issue.department === null ? [{ to: "coordinator" }] : [{ to: "department" }];
  await announce(work, issue, { facts, tells, actor, source });
  await watch(work, issue);
  return issue;
}
