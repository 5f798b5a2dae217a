import { spanMinutes } from "../park/limits.ts";
import type { Reminded, StepName, Urgency } from "../park/org.ts";
import type { Park } from "../park/park.ts";
import { type Deadline, deadlinesOf } from "./deadlines.ts";
import type { Assist, Issue } from "./issue.ts";
import { type LadderStep, type Light, ladderOf, ladderStep, spanFor } from "./ladder.ts";

/**
 * What is due about an issue at a moment, decided from its row alone: whoever looks, and however often or late, comes to the
 * same. What was given already is told by the caller.
 */

/** One step of the ladder for one deadline. The key says it once: name, department and deadline. */
export interface Step {
  /** What the ladder says of it. */
  readonly entry: LadderStep;
  readonly about: string;
  /** What it is given for. For a step that comes again and again, the moment of this time. */
  readonly deadline: Date;
  /** When it is to be told: the next working moment, unless the issue is urgent. */
  readonly at: Date;
}

/** A step that is told now, to those who do not hear of a later one at the same time. */
export interface Due extends Step {
  readonly to: readonly Reminded[];
}

export interface Outlook {
  /** In the order of the ladder. */
  readonly due: readonly Due[];
  /** What the clock itself does now. */
  readonly act: "resume" | "lapse" | null;
  /** When to look again. */
  readonly next: Date;
}

export interface Considered {
  readonly issue: Issue;
  readonly assists: readonly Assist[];
  /** When a step was given, by its key. */
  readonly given: ReadonlyMap<string, Date>;
}

/** The least working minutes between the reminder to confirm and the closing by itself. */
const GRACE_MINUTES = 120;

export function stepKey(name: StepName, about: string, deadline: Date): string {
  return `${name} ${about} ${deadline.toISOString()}`;
}

/** What is due about an open issue, and when to look again. There is always a next look. */
export function outlookOf({ issue, assists, given }: Considered, park: Park, now: Date): Outlook {
  const { calendar } = park;
  const here = { urgency: issue.urgency, park, now };
  const steps = deadlinesOf(issue, assists, park).flatMap((deadline) => stepsOf(deadline, here));
  const open = steps.filter((step) => step.entry.to.length > 0 && !given.has(keyOf(step)));
  const mayTell = issue.urgency === "urgent" || calendar.isOpen(now);
  const come = open.filter((step) => step.at <= now);
  const act = actOf(issue, steps, given, park);
  const moments = [
    ...open.filter((step) => step.at > now).map((step) => step.at),
    ...(come.length > 0 && !mayTell ? [calendar.nextOpening(now)] : []),
    ...(act === null || act.at <= now ? [] : [act.at]),
  ];
  // An issue with nothing ahead, whose steps were switched off, is looked at every working day all the same.
  const next = moments.sort((a, b) => +a - +b)[0] ?? calendar.nextOpening(calendar.add(now, calendar.minutesPerDay));
  return { due: mayTell ? withoutSuperseded(come) : [], act: act !== null && act.at <= now ? act.what : null, next };
}

/** What has come by a moment, whether or not it would be told then. */
export function comeBy({ issue, assists, given }: Considered, park: Park, at: Date): readonly Step[] {
  const steps = deadlinesOf(issue, assists, park).flatMap((deadline) =>
    stepsOf(deadline, { urgency: issue.urgency, park, now: at }),
  );
  return steps.filter((step) => step.at <= at && !given.has(keyOf(step)));
}

/** Whether what was to be told still holds: the same deadline still runs and is past this step. */
export function stillDue(
  { rung, about, deadline }: Pick<Step, "about" | "deadline"> & { readonly rung: StepName },
  { issue, assists }: Omit<Considered, "given">,
  park: Park,
): boolean {
  const { clock, when } = ladderStep(rung, park.org.policy);
  return deadlinesOf(issue, assists, park).some((one) => {
    if (one.clock !== clock || one.about !== about) return false;
    return "every" in when ? one.at < deadline : one.at.getTime() === deadline.getTime();
  });
}

/** The light of an issue: red past its due date, yellow from the warning on. */
export function lightOf(issue: Issue, park: Park, now: Date): Light | null {
  const answer = deadlinesOf(issue, [], park).find((one) => one.clock === "answer");
  if (answer === undefined) return null;
  if (minuteOf(answer.at) < now) return "red";
  const warning = instantOf(ladderStep("answer-warning", park.org.policy), answer, { urgency: issue.urgency, park });
  return minuteOf(warning) <= now ? "yellow" : null;
}

/** Times are told by the minute, and so they come: what is due within one minute comes together. */
export function minuteOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 60_000) * 60_000);
}

export function keyOf(step: Step): string {
  return stepKey(step.entry.name, step.about, step.deadline);
}

/** What the moment of a step hangs on, beside its deadline. */
interface Here {
  readonly urgency: Urgency;
  readonly park: Park;
  readonly now: Date;
}

function stepsOf(deadline: Deadline, here: Here): readonly Step[] {
  const { urgency, park } = here;
  return ladderOf(park.org.policy).flatMap((entry): Step[] => {
    if (entry.clock !== deadline.clock) return [];
    const moments =
      "every" in entry.when
        ? again(entry, deadline, here).map((at) => ({ at, deadline: at }))
        : [{ at: instantOf(entry, deadline, here), deadline: deadline.at }];
    return moments.map(({ at, deadline: told }) => ({
      entry,
      about: deadline.about,
      deadline: told,
      at: urgency === "urgent" ? minuteOf(at) : park.calendar.nextOpening(minuteOf(at)),
    }));
  });
}

function instantOf({ when }: LadderStep, { at, minutes }: Deadline, { urgency, park }: Omit<Here, "now">): Date {
  const { calendar } = park;
  if ("share" in when) return calendar.add(at, -(1 - when.share) * minutes);
  if ("before" in when) return calendar.add(at, -minutesOf(spanFor(when.before, urgency), park));
  if ("after" in when) return after(at, minutesOf(spanFor(when.after, urgency), park), park);
  return after(at, minutesOf(spanFor(when.every, urgency), park), park);
}

/** A deadline that is itself the moment stays as it is, also one that stands outside of working hours. */
function after(at: Date, minutes: number, { calendar }: Park): Date {
  return minutes === 0 ? at : calendar.add(at, minutes);
}

function minutesOf(span: string, { calendar }: Park): number {
  return span === "0" ? 0 : spanMinutes(span, calendar.minutesPerDay);
}

/** The last moment of a repeated step that has come and the one ahead, counted from the step before it on the ladder. */
function again(step: LadderStep, deadline: Deadline, here: Here): readonly Date[] {
  if (!("every" in step.when)) return [];
  const { urgency, park, now } = here;
  const pace = minutesOf(spanFor(step.when.every, urgency), park);
  if (pace === 0) return [];
  const last = instantOf(ladderStep("answer-leader", park.org.policy), deadline, here);
  const passed = Math.floor(park.calendar.between(last, now) / pace);
  return [passed, passed + 1].filter((times) => times > 0).map((times) => park.calendar.add(last, times * pace));
}

/** After a downtime several steps of a clock come at once: who hears of the later one need not hear of the earlier. */
function withoutSuperseded(come: readonly Step[]): readonly Due[] {
  return come.map((step, index) => {
    const later = come
      .slice(index + 1)
      .filter((one) => one.entry.clock === step.entry.clock && one.about === step.about);
    return { ...step, to: step.entry.to.filter((who) => !later.some((one) => one.entry.to.includes(who))) };
  });
}

/** What happens by itself, and when: a hold ends at its review date, an answer to which nobody says anything is closed. */
function actOf(
  issue: Issue,
  steps: readonly Step[],
  given: ReadonlyMap<string, Date>,
  { calendar }: Park,
): { readonly what: "resume" | "lapse"; readonly at: Date } | null {
  if (issue.state === "on_hold" && issue.reviewAt !== null) return { what: "resume", at: issue.reviewAt };
  const reminder = steps.find((step) => step.entry.clock === "confirm");
  if (issue.state !== "answered" || issue.heardAt !== null || reminder === undefined) return null;
  if (reminder.entry.to.length === 0) return { what: "lapse", at: reminder.deadline };
  const told = given.get(keyOf(reminder));
  if (told === undefined) return null;
  const grace = calendar.add(told, GRACE_MINUTES);
  return { what: "lapse", at: new Date(Math.max(grace.getTime(), reminder.deadline.getTime())) };
}
