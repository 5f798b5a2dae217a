import { type Decided, decideAll } from "../domain/issue/decide.ts";
import { type Effect, type Input, isRefusal, type Refusal, type Situation } from "../domain/issue/decision.ts";
import { type Actor, type Issue, numberOf, type SupervisionNumber } from "../domain/issue/issue.ts";
import {
  ACTIONS,
  type Action,
  type Doable,
  type Involved,
  isDoable,
  moveOf,
  movesFor,
  type Party,
  partiesOf,
} from "../domain/issue/lifecycle.ts";
import type { MoveFacts } from "../domain/notice/notice.ts";
import { yearIn } from "../domain/park/instants.ts";
import type { ClockName } from "../domain/park/org.ts";
import { involvedIn, limitFor } from "../domain/park/park.ts";
import { categoryAt } from "../domain/routing/decide.ts";
import { lockDossier, readStoredDossier, type StoredDossier } from "../store/dossier.ts";
import { finishAssist, insertAssist, insertRequest, proposeUnit, settleRequest, updateIssue } from "../store/issues.ts";
import { nextNumber } from "../store/numbers.ts";
import { answerSupervisions, insertSupervision } from "../store/supervisions.ts";
import { type Context, type Source, userKey } from "./context.ts";
import { record } from "./record.ts";

/** An issue with everything and everybody that stands beside it. */
export interface Dossier extends Omit<StoredDossier, "says"> {
  readonly involved: Involved;
}

/** Reads an issue; with `lock` nobody else moves it until the transaction ends. */
export async function readDossier(ctx: Context, id: number, lock = false): Promise<Dossier | null> {
  const { db, park, known } = ctx;
  const stored = lock ? await lockDossier(db, id) : await readStoredDossier(db, id);
  if (stored === null) return null;
  const { says, ...dossier } = stored;
  const { issue, assists } = dossier;
  known?.versions.set(id, issue.version);
  known?.companies.set(userKey(issue.reporter.platform, issue.reporter.userId), says);
  const helpers = assists.map((one) => one.department);
  return { ...dossier, involved: involvedIn(park, issue, helpers) };
}

export interface Moved {
  readonly issue: Issue;
  readonly effect: Effect;
  readonly facts: MoveFacts;
  /** Of the 督办 or 批示 that was given, or of those that were answered. */
  readonly numbers: readonly SupervisionNumber[];
  /** What was made before it with the same word: an answer to what nobody had signed for signs for it. */
  readonly earlier: readonly Moved[];
}

function situationOf({ park, now }: Context, dossier: Dossier, actor: Actor, as: readonly Party[] = []): Situation {
  const { issue, involved } = dossier;
  const limitIn = (category: string | null) => (clock: ClockName) => limitFor(park, { ...issue, category }, clock);
  return {
    ...dossier,
    actor,
    parties: [...partiesOf(actor, issue, involved), ...as],
    now,
    calendar: park.calendar,
    directory: park.directory,
    limit: limitIn(issue.category),
    at: (department) => {
      const category = issue.category ?? categoryAt(department, issue.text, park.directory);
      return { category, limit: limitIn(category) };
    },
  };
}

/**
 * What this person can do with an issue now: by the table, and by the rules of each move (in its time, not twice, not while a
 * request waits …); last what makes another move first, as an answer that signs. Help, refusals and whatever else offers a next
 * step ask here.
 */
export function possibleMoves(ctx: Context, dossier: Dossier, actor: Actor): readonly Doable[] {
  const situation = situationOf(ctx, dossier, actor);
  const can = (action: Doable) => !isRefusal(decideAll(action, situation, plausible(action, situation)));
  const { state } = dossier.issue;
  const direct = movesFor(situation.parties, state).filter(isDoable);
  const others = ACTIONS.filter(isDoable).filter((action) => !direct.includes(action));
  return [...direct.filter(can), ...others.filter((action) => moveOf(action).first !== undefined).filter(can)];
}

/** What stands against a move that somebody is to be asked about, whatever is said with it; `input`: what is known of that. */
export function whyNot(
  ctx: Context,
  dossier: Dossier,
  { action, actor, input, as }: Pick<Attempt, "actor" | "as"> & { readonly action: Doable; readonly input?: Input },
): Refusal | null {
  const situation = situationOf(ctx, dossier, actor, as);
  const decided = decideAll(action, situation, { ...plausible(action, situation), ...input });
  return isRefusal(decided) ? decided : null;
}

/** The issue as a move would leave it, without making it; null where it cannot be made so. */
export function foreseen(
  ctx: Context,
  dossier: Dossier,
  { action, actor, input }: Omit<Attempt, "source">,
): Issue | null {
  const all = decideAll(action, situationOf(ctx, dossier, actor), input);
  if (isRefusal(all)) return null;
  return Object.assign({ ...dossier.issue }, ...all.map(({ effect }) => effect.patch));
}

/** Whatever a move may need, so that only what no other words would mend is refused. */
function plausible(action: Doable, { issue, assists, directory }: Situation): Input {
  const helping = action === "assist" ? assists.map((one) => one.department) : [];
  const other = directory.org.departments.find(({ code }) => code !== issue.department && !helping.includes(code));
  return { text: "text", days: 1, rating: 5, department: other?.code, other: { ...issue, id: 0 } };
}

/** A move that somebody makes: what is said with it, and where that was said. */
export interface Attempt {
  readonly action: Exclude<Action, "submit">;
  readonly actor: Actor;
  readonly input: Input;
  readonly source: Source;
  /** How else he stands to the issue at this move. */
  readonly as?: readonly Party[];
}

/**
 * Makes a move of the table on a locked issue, with what comes before it and after it: each with its state, record, request and
 * announcements, all in one transaction. Gives the last one.
 */
export async function move(ctx: Context, dossier: Dossier, attempt: Attempt): Promise<Moved | Refusal> {
  const { action, actor, input, as } = attempt;
  const all = decideAll(action, situationOf(ctx, dossier, actor, as), input);
  if (isRefusal(all)) return all;
  const made: Moved[] = [];
  for (const one of all) {
    const issue = made.at(-1)?.issue ?? dossier.issue;
    const moved = await make(ctx, { ...dossier, issue }, one, attempt);
    if (moved === null) return { refused: "wrong-state" };
    made.push(moved);
  }
  const last = made.at(-1);
  if (last === undefined) throw new Error(`${action} is no move at all`);
  return { ...last, earlier: made.slice(0, -1) };
}

/** Null: somebody was faster. */
async function make(
  ctx: Context,
  dossier: Dossier,
  { action, effect }: Decided,
  { actor, source }: Pick<Attempt, "actor" | "source">,
): Promise<Moved | null> {
  const { issue } = dossier;
  const after = { ...issue, ...effect.patch, version: issue.version + 1 };
  const written = updateIssue(ctx.db, issue, effect.patch);
  // Whoever has the lock of the issue need not wait; were he outrun all the same, its event could not be appended.
  if (ctx.writes !== undefined) ctx.writes.add(written);
  else if ((await written) === null) return null;
  await writeBeside(ctx, issue, effect, actor);
  const numbers = await supervise(ctx, dossier, effect, actor);
  const facts = await record(ctx, after, {
    facts: { ...effect.facts, number: numbers.length === 0 ? undefined : numbers, action },
    from: issue.state,
    actor,
    source,
    row: effect.patch,
    basis: effect.basis,
    tells: effect.tell,
  });
  return { issue: after, effect, facts, numbers, earlier: [] };
}

/** What a move writes beside the issue: who helps, what is asked for, and what was decided of that. */
async function writeBeside({ db, now }: Context, issue: Issue, effect: Effect, actor: Actor): Promise<void> {
  const { assist, assisted, request, propose, settle } = effect;
  if (assist) await insertAssist(db, issue.id, assist);
  if (assisted !== undefined) await finishAssist(db, issue.id, assisted, now);
  if (request) {
    const asked = { ...request, issueId: issue.id, askedBy: actor.name, askedAt: now };
    await insertRequest(db, { ...asked, state: "pending", decidedBy: null, decidedAt: null, decision: null });
  }
  if (propose) await proposeUnit(db, propose.id, propose.department);
  if (settle) {
    const { id, state, note } = settle;
    await settleRequest(db, id, { state, decidedBy: actor.name, decidedAt: now, decision: note });
  }
}

/** Writes a 督办 or 批示 with its number, or the answer to those that are open. Returns its number or theirs; none of other moves. */
async function supervise(
  { db, now, park }: Context,
  { issue, supervisions }: Dossier,
  effect: Effect,
  actor: Actor,
): Promise<readonly SupervisionNumber[]> {
  if (effect.supervise !== undefined) {
    const { kind, text } = effect.supervise;
    const year = yearIn(now, park.org.park.timeZone);
    const number = await nextNumber(db, `${kind}-${year}`);
    const { department } = issue;
    await insertSupervision(db, { issueId: issue.id, kind, year, number, text, by: actor.name, at: now, department });
    return [{ kind, year, number }];
  }
  if (effect.feedback === undefined) return [];
  await answerSupervisions(db, issue.id, { answeredAt: now, answeredBy: actor.name, answer: effect.feedback });
  return supervisions.map(numberOf);
}
