import { ACTIONS, type Doable, isDoable, moveOf } from "../../domain/issue/lifecycle.ts";
import { plainOf } from "../../domain/plain.ts";
import { commandOf } from "../../messages/zh-cn/commands.ts";
import type { InSight, Situation } from "./situation.ts";
import { kindsIn } from "./zh-cn-kinds.ts";
import { referencesIn } from "./zh-cn-numbers.ts";
import { strangersIn } from "./zh-cn-strangers.ts";
import { type Matter, matterOf, speaksOf } from "./zh-cn-titles.ts";

/** What is in sight of one message: which issues there are, and what may be done with each by the lifecycle table. */

/** What a unit is pressed by. */
export const PRESSING: ReadonlySet<string> = new Set(["urge", "supervise"]);

export function isAction(command: string): command is Doable {
  const action = ACTIONS.find((one) => one === command);
  return action !== undefined && isDoable(action);
}

export function issueIn(situation: Situation, number: number): InSight | undefined {
  return situation.issues.find((one) => one.number === number);
}

export function isKnownIn(situation: Situation): (number: number) => boolean {
  return (number) => issueIn(situation, number) !== undefined;
}

/** A number that a text names; `sure`: no day of the month can be meant by it. */
export interface NumberNamed {
  readonly number: number;
  readonly sure: boolean;
}

/** The numbers that a text names, also of issues that are not in sight. */
export function numbersNamed(plain: string, situation: Situation): readonly NumberNamed[] {
  const isKnown = isKnownIn(situation);
  return [
    ...referencesIn(plain, isKnown).flatMap(({ number }) => (isKnown(number) ? [{ number, sure: true }] : [])),
    ...strangersIn(plain, isKnown).map(({ number, sure, alone }) => ({ number, sure: sure || alone })),
  ];
}

/** Whether this person may make this move on this issue now, by the table: the rules of the move are asked when it is made. */
export function mayMove(command: string, issue: InSight): boolean {
  const actions = ACTIONS.filter(isDoable).filter((action) => commandOf(action) === command);
  return actions.length === 0 || actions.some((action) => allows(action, issue));
}

function allows(action: Doable, issue: InSight): boolean {
  const move = moveOf(action);
  // What nobody signed for is signed for with it.
  const signsFirst = move.first !== undefined && moveOf(move.first).from.includes(issue.state);
  if (!move.who.some((party) => issue.parties.includes(party))) return false;
  if (!move.from.includes(issue.state) && !signsFirst) return false;
  return action === "approve" || action === "refuse" ? mayDecide(issue) : true;
}

/** Every hold is the leader's to decide. */
function mayDecide({ request, parties }: InSight): boolean {
  return request !== null && (request !== "hold" || parties.includes("leader"));
}

/** Whether the person has to do with it; what another company raised is at most shared. */
export function isOwn({ parties }: InSight): boolean {
  return parties.some((party) => party !== "peer");
}

/** The issues that can be meant by a move whose number was not said. */
export function candidatesFor(command: string, issues: readonly InSight[]): readonly InSight[] {
  return issues.filter((issue) => mayMove(command, issue));
}

/** What an issue is called by. */
export type Titled = Pick<InSight, "title">;

/** Two characters of a title in one, or more: hardly by chance. */
export const SURE_SCORE = 2;

/** Of these, the ones whose title has the most of the text's words; none when the best has less than this. */
export function describedIn<One extends Titled>(plain: string, issues: readonly One[], least = 1): readonly One[] {
  return bestOf(plain, issues, matterIn, least);
}

/** All of which something is said, and not only what is said most of. */
export function allDescribedIn<One extends Titled>(plain: string, issues: readonly One[], least = 1): readonly One[] {
  const score = speaksOf(plain);
  return issues.filter((issue) => score(matterIn(issue)) >= least);
}

/** The same by all that they tell, behind their titles as well. */
export function toldIn(plain: string, issues: readonly InSight[]): readonly InSight[] {
  return bestOf(plain, issues, ({ title, whole = title }) => matterOf(plainOf(whole)), SURE_SCORE);
}

function bestOf<One extends Titled>(
  plain: string,
  issues: readonly One[],
  matterFor: (issue: One) => Matter,
  least: number,
): readonly One[] {
  const score = speaksOf(plain);
  const scored = issues.map((issue) => ({ issue, score: score(matterFor(issue)) }));
  const best = Math.max(0, ...scored.map((one) => one.score));
  return best < least ? [] : scored.filter((one) => one.score === best).map((one) => one.issue);
}

/** Of these, the ones that a company's words can be about: a theft is told of none about a power cut, and a leak of a meter only by more than 水. */
export function ofItsKind(plain: string, issues: readonly InSight[]): readonly InSight[] {
  const named = kindsIn(plain);
  if (named.length === 0) return issues;
  const score = speaksOf(plain);
  return issues.filter((issue) => {
    const own = kindsOf(issue);
    return own.length === 0 ? score(matterIn(issue)) >= SURE_SCORE : named.some((kind) => own.includes(kind));
  });
}

const kinds = new WeakMap<InSight, readonly RegExp[]>();

function kindsOf(issue: InSight): readonly RegExp[] {
  const before = kinds.get(issue);
  if (before !== undefined) return before;
  const made = kindsIn(plainOf(issue.title));
  kinds.set(issue, made);
  return made;
}

const matters = new WeakMap<Titled, Matter>();

/** Each clause of a message is compared with every title. */
function matterIn(issue: Titled): Matter {
  const before = matters.get(issue);
  if (before !== undefined) return before;
  const made = matterOf(plainOf(issue.title));
  matters.set(issue, made);
  return made;
}
