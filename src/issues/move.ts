import { decide } from "../domain/decide.ts";
import { type Effect, type Input, isRefusal, type Refusal, type Situation } from "../domain/decision.ts";
import type { Actor, Assist, Issue, Request, Supervision, SupervisionNumber } from "../domain/issue.ts";
import { type Action, type Involved, movesFor, type Party, partiesOf } from "../domain/lifecycle.ts";
import type { MoveFacts } from "../domain/notice.ts";
import { involvedIn, limitFor } from "../domain/park-view.ts";
import {
  assistsOf,
  finishAssist,
  insertAssist,
  insertRequest,
  lockIssue,
  readIssue,
  requestsOf,
  settleRequest,
  updateIssue,
} from "../store/issues.ts";
import { openSupervisionsOf } from "../store/supervisions.ts";
import { announce, unitOf } from "./announce.ts";
import { record } from "./record.ts";
import { supervise } from "./supervise.ts";
import { watch } from "./watch.ts";
import type { Source, Work } from "./work.ts";

/** An issue with everything that stands beside it. */
export interface Dossier {
  readonly issue: Issue;
  readonly requests: readonly Request[];
  readonly assists: readonly Assist[];
  /** Those that are not answered yet. */
  readonly supervisions: readonly Supervision[];
  readonly involved: Involved;
}

/** Reads an issue; with `lock` nobody else moves it until the transaction ends. */
export async function readDossier(work: Work, id: number, lock = false): Promise<Dossier | null> {
  const issue = lock ? await lockIssue(work.db, id) : await readIssue(work.db, id);
  if (issue === null) return null;
  const [requests, assists] = [await requestsOf(work.db, id), await assistsOf(work.db, id)];
  const supervisions = await openSupervisionsOf(work.db, id);
  const involved = involvedIn(
    work.park,
    issue,
    assists.map((one) => one.department),
  );
  return { issue, requests, assists, supervisions, involved };
}

export interface Moved {
  readonly issue: Issue;
  readonly effect: Effect;
  readonly facts: MoveFacts;
  /** Of the 督办 or 批示 that was given, or of those that were answered. */
  readonly numbers: readonly SupervisionNumber[];
  readonly parties: readonly Party[];
}

function situationOf({ park, now }: Work, dossier: Dossier, actor: Actor): Situation {
  const { issue, involved } = dossier;
  return {
    ...dossier,
    actor,
    parties: partiesOf(actor, issue, involved),
    now,
    calendar: park.calendar,
    directory: park.directory,
    limit: (clock) => limitFor(park, issue, clock),
  };
}

/** What this person can do with an issue now: moves that would be made if everything were said that they need. */
export function possibleMoves(work: Work, dossier: Dossier, actor: Actor): readonly Action[] {
  const situation = situationOf(work, dossier, actor);
  return movesFor(situation.parties, dossier.issue.state).filter((action) => {
    if (action === "submit" || action === "lapse") return false;
    const tried = decide(action, situation, { text: "text", days: 1, rating: 5 });
    return !isRefusal(tried) || tried.refused === "needs" || tried.refused === "unit-gone";
  });
}

/** Makes a move of the table on a locked issue: state, record, request and announcements in one transaction. */
export async function move(
  work: Work,
  action: Exclude<Action, "submit">,
  dossier: Dossier,
  actor: Actor,
  input: Input,
  source: Source,
): Promise<Moved | Refusal> {
  const { db, now, park } = work;
  const { issue } = dossier;
  const situation = situationOf(work, dossier, actor);
  const { parties } = situation;
  const effect = decide(action, situation, input);
  if (isRefusal(effect)) return effect;

  const after = await updateIssue(db, issue, effect.patch);
  if (after === null) return { refused: "wrong-state" };
  if (effect.assist) await insertAssist(db, issue.id, effect.assist);
  if (effect.assisted !== undefined) await finishAssist(db, issue.id, effect.assisted, now);
  if (effect.request) {
    const request = { ...effect.request, issueId: issue.id, askedBy: actor.name, askedAt: now };
    await insertRequest(db, { ...request, state: "pending", decidedBy: null, decidedAt: null, decision: null });
  }
  if (effect.settle) {
    const { id, state, note } = effect.settle;
    await settleRequest(db, id, { state, decidedBy: actor.name, decidedAt: now, decision: note });
  }
  const numbers = await supervise(work, dossier, effect, actor);
  const facts: MoveFacts = {
    ...effect.facts,
    number: numbers.length === 0 ? undefined : numbers,
    action,
    actor: actor.name,
    unit: unitOf(park, actor),
    byCompany: actor.enterprise !== undefined,
    state: after.state,
  };
  await record(work, after, { facts, from: issue.state, actor, source, row: effect.patch, basis: effect.basis });
  await announce(work, after, facts, effect.tell, { actor, source });
  await watch(work, after);
  return { issue: after, effect, facts, numbers, parties };
}
