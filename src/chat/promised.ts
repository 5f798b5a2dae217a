import { isStaff } from "../domain/issue/issue.ts";
import { plainOf } from "../domain/plain.ts";
import { lastMovedBy } from "../store/own-moves.ts";
import type { Conversation } from "./conversation.ts";
import { likeHere, wayWhenFiled } from "./like.ts";
import { SOON_MS } from "./own-before.ts";
import { likesByAll } from "./short-likes.ts";
import type { Doing, Understood } from "./understand/outcome.ts";
import { isOwn, mayMove } from "./understand/sight.ts";
import { numbersWritten } from "./understand/zh-cn-numbers.ts";
import { guessedTogether, namesTheirs, saysItIsLike, saysTheyAreOne } from "./understand/zh-cn-together.ts";
import { saidBehind } from "./understand/zh-cn-ways.ts";

/** 同感 25 or 合并, said some messages after the receipt that named it: what the receipt promised is done as long as the new issue is fresh. */

/** The word of a receipt as the pair that it was said of. Only of these words the database is asked. */
export async function asPromised(conversation: Conversation, understood: Understood): Promise<Understood> {
  const doing = wordSaid(understood);
  if (doing === null || isStaff(conversation.actor) || isAskedElse(conversation)) return understood;
  const pair = await pairOf(conversation, doing.number);
  if (pair === null) return understood;
  // In words of its own it is shown first; the word that the receipt taught is done.
  const plain = plainOf(conversation.text);
  const isFree = guessedTogether(plain) !== null || saysTheyAreOne(plain) || namesTheirs(plain);
  const kind = pair.command === "merge" && isFree ? "offer" : "do";
  return { ...understood, steps: [{ kind, doing: pair }], why: [...understood.why, "promised"] };
}

/** Whether it was asked since what shall be raised or joined: without a number the word is not said of the receipt any more. */
function isAskedElse({ situation: { question }, text }: Conversation): boolean {
  if (question === null || question.ask === "ways" || numbersWritten(plainOf(text)).length > 0) return false;
  const asked = question.ask === "offer" ? question.doings : [question.doing];
  return asked.some(({ command }) => command === "submit" || command === "join");
}

/** A command alone, which names one issue at most, and says no more. */
function wordSaid({ steps, why }: Understood): Doing | null {
  const [step, ...more] = steps;
  if (step === undefined || more.length > 0 || !("doing" in step)) return null;
  const { doing } = step;
  // 30, asked which one is the same.
  const isChosen = why[0] === "answer" && doing.command === "join" && doing.number !== null;
  if (why[0] !== "command" && !isChosen) return null;
  const isWord = doing.command === "join" || doing.command === "merge";
  return isWord && doing.sure !== true && saidBehind(doing.rest) === "" ? doing : null;
}

/** So many of the newest own issues are looked at. */
const MOST_FRESH = 3;

/** The fresh issue that is like the named one; where none is named, or the fresh one itself is, the one that its receipt named. */
async function pairOf(conversation: Conversation, named: number | null): Promise<Doing | null> {
  const { ctx, sender, chat, situation } = conversation;
  const own = situation.issues.filter((one) => isOwn(one) && mayMove("withdraw", one)).map(({ number }) => number);
  const since = new Date(ctx.now.getTime() - SOON_MS);
  const target = named === null || own.includes(named) ? undefined : named;
  const left = new Set(own);
  for (let count = 0; count < MOST_FRESH && left.size > 0; count++) {
    const mover = { ...sender, inGroup: chat !== null };
    const last = await lastMovedBy(ctx.db, mover, { among: [...left], actions: ["submit"], since });
    if (last === null) return null;
    left.delete(last.id);
    const doing = await pairedWith(conversation, last, { named, target });
    if (doing !== null) return doing;
  }
  return null;
}

interface Named {
  readonly named: number | null;
  /** Another company's. */
  readonly target: number | undefined;
}

async function pairedWith(
  conversation: Conversation,
  fresh: { readonly id: number; readonly text: string },
  { named, target }: Named,
): Promise<Doing | null> {
  const { ctx, actor } = conversation;
  const issues = ctx.known?.issues ?? [];
  const issue = issues.find(({ id }) => id === fresh.id);
  const into = named === fresh.id ? null : named;
  if (issue === undefined || actor.enterprise !== issue.enterprise) return null;
  if (into !== null) {
    const other = issues.find(({ id }) => id === into);
    // 这个跟31是一回事: whoever says so knows it.
    const plain = plainOf(conversation.text);
    const isSaid = other !== undefined && (saysTheyAreOne(plain) || saysItIsLike(plain));
    // One word in common may be named behind a receipt, but takes nothing back.
    const isLike = other !== undefined && likesByAll(fresh.text, [other], ctx.park).length > 0;
    return isLike || isSaid ? wayWhenFiled({ number: into, isOwn: target === undefined }, fresh.id).doing : null;
  }
  const { confidential, enterprise } = issue;
  const like = await likeHere(conversation, { text: fresh.text, confidential, enterprise, filed: fresh.id });
  return like === null ? null : wayWhenFiled(like, fresh.id).doing;
}
