import { isStaff, type State } from "../domain/issue/issue.ts";
import { plainOf } from "../domain/plain.ts";
import { titleOf } from "../domain/zh-cn-title.ts";
import { mayGoOnAbout, movedBy } from "../store/own-moves.ts";
import type { Conversation } from "./conversation.ts";
import { SOON_MS } from "./own-before.ts";
import { type Back, goesBack, tellsAnew } from "./understand/back.ts";
import { asDeed } from "./understand/make.ts";
import type { Step, Told, Understood } from "./understand/outcome.ts";
import { describedIn, isOwn } from "./understand/sight.ts";
import type { InSight } from "./understand/situation.ts";
import { sharesMatter } from "./understand/zh-cn-own-matter.ts";

/**
 * 再补充一点, 刚才那个撤回吧, 跳闸那个补充下: what a company says in a group, and of no number, may be of what it raised elsewhere or in
 * confidence. Then it goes to no other issue, and what is confidential reaches nobody. Only of these words the database is asked.
 */

/** An issue of theirs of which nothing may be said here. */
interface Elsewhere {
  readonly id: number;
  readonly text: string;
  readonly title: string;
  readonly state: State;
  readonly confidential: boolean;
}

/** What decides which issue is meant. */
interface Known {
  /** Those that may be spoken of here. */
  readonly here: readonly InSight[];
  readonly elsewhere: readonly Elsewhere[];
  /** The numbers of those that this person did something with lately, the last first. */
  readonly lately: readonly number[];
}

export async function asSaidElsewhere(conversation: Conversation, understood: Understood): Promise<Understood> {
  const { actor, chat, situation, text } = conversation;
  const back = isStaff(actor) || chat === null ? null : goesBack(understood, text, situation);
  const known = back === null ? null : await knownOf(conversation);
  if (back === null || known === null) return understood;
  const told = toldOf(plainOf(text), back, known);
  if (told === null)
    return { ...understood, steps: understood.steps.map((step) => surely(step, plainOf(text), known)) };
  const danger = understood.steps.filter(({ kind }) => kind === "danger");
  const anew = told === "raised-elsewhere" && tellsAnew(text) ? raisedAnew(understood, conversation) : null;
  if (anew !== null) return { steps: [...danger, anew], why: [...understood.why, "told-anew"] };
  // Who is in danger is still told whom to call.
  return { steps: [...danger, { kind: "tell", told }], why: [...understood.why, told] };
}

/** 充电桩冒烟了, shown as more of an issue, where one that is like it was raised elsewhere: it is shown as new; null: it is no text of his. */
function raisedAnew({ steps }: Understood, { situation, text }: Conversation): Step | null {
  const [told, ...more] = steps.filter(({ kind }) => kind !== "danger");
  if (told?.kind !== "offer" || more.length > 0 || told.doing.command !== "supplement") return null;
  const { soon: _, ...doing } = asDeed(told.doing, "submit", situation);
  return { kind: "offer", doing: { ...doing, number: null, rest: text.trim() } };
}

/** Null: nothing of theirs is elsewhere. */
async function knownOf({ ctx, actor, sender, situation }: Conversation): Promise<Known | null> {
  const person = ctx.park.directory.personBy(sender.platform, sender.userId);
  const others = (["wecom", "dingtalk"] as const).flatMap((platform) => {
    const userId = person?.[platform];
    return userId === undefined || platform === sender.platform ? [] : [{ platform, userId }];
  });
  const accounts = [sender, ...others];
  const all = await mayGoOnAbout(ctx.db, { accounts, enterprise: actor.enterprise ?? null });
  const inSight = new Set(situation.issues.map(({ number }) => number));
  const elsewhere = all.filter(({ id }) => !inSight.has(id)).map((one) => ({ ...one, title: titleOf(one.text) }));
  if (elsewhere.length === 0) return null;
  const here = situation.issues.filter(isOwn);
  const among = [...here.map(({ number }) => number), ...elsewhere.map(({ id }) => id)];
  const since = new Date(ctx.now.getTime() - SOON_MS);
  return { here, elsewhere, lately: await movedBy(ctx.db, accounts, { among, since }) };
}

/** What is said in return when it is of none here. */
function toldOf(plain: string, back: Back, known: Known): Told | null {
  const { here, elsewhere, lately } = known;
  const last = elsewhere.find(({ id, confidential }) => id === lately[0] && confidential);
  const isOfLast = back.toLast || (back.toAnswer && last?.state === "answered");
  const isOfHere = describedIn(plain, here).length > 0;
  if (last !== undefined && isOfLast && (!isOfHere || sharesMatter(plain, plainOf(last.text)))) return "said-elsewhere";
  // Of an older confidential one nothing is said that would not be said without it: others read along.
  const described = describedIn(plain, [...here, ...elsewhere.filter(({ confidential }) => !confidential)]);
  const isElsewheres = described.length > 0 && described.every(isElsewhere);
  if (back.toOne && isElsewheres) return "raised-elsewhere";
  // 没用，又停了两台, where nothing that is here was answered, and something that is elsewhere was.
  const isAnswered = ({ state }: InSight | Elsewhere) => state === "answered";
  const answered = elsewhere.filter((one) => isAnswered(one) && !one.confidential);
  const isOfThose = described.length === 0 || isElsewheres;
  return back.toAnswer && isOfThose && answered.length > 0 && !here.some(isAnswered) ? "raised-elsewhere" : null;
}

function isElsewhere(one: InSight | Elsewhere): one is Elsewhere {
  return "id" in one;
}

/** What may be of another one is added to none without a yes. */
function surely(step: Step, plain: string, known: Known): Step {
  const isAdded = step.kind === "do" && step.doing.command === "supplement";
  return isAdded && !isCertain(step.doing.number, plain, known) ? { kind: "offer", doing: step.doing } : step;
}

/** By its words alone, or since it was spoken of last, and nothing in confidence lately. */
function isCertain(number: number | null, plain: string, { here, elsewhere, lately }: Known): boolean {
  const [only, ...more] = describedIn(plain, [...here, ...elsewhere]);
  if (only !== undefined && more.length === 0 && !isElsewhere(only)) return only.number === number;
  return lately[0] === number && !elsewhere.some(({ id, confidential }) => confidential && lately.includes(id));
}
