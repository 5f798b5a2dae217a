import { isStaff } from "../domain/issue/issue.ts";
import { plainOf } from "../domain/plain.ts";
import { commonsInSight } from "../issues/common-sight.ts";
import type { Conversation } from "./conversation.ts";
import { isOfMembers, merelyCalled, ofTheCalled, perhapsCalled } from "./understand/common-called.ts";
import { isOfCommons } from "./understand/common-meant.ts";
import type { Understood } from "./understand/outcome.ts";
import { SURE_SCORE } from "./understand/sight.ts";
import { understand } from "./understand/understand.ts";
import { matterOf, speaksOf } from "./understand/zh-cn-titles.ts";

/** 停电那个…: whether a common problem is called so is looked up where words call something, and by no other message. */

export async function asCalled(conversation: Conversation, understood: Understood): Promise<Understood> {
  const { situation, text, actor } = conversation;
  if (!isStaff(actor)) return understood;
  const called = merelyCalled(understood, text);
  if (called !== null)
    return (await here(conversation, called)).length > 0 ? understood : ofElse(conversation, understood);
  const perhaps = perhapsCalled(understood, text, situation);
  const [only, ...more] = perhaps === null ? [] : await here(conversation, perhaps.called, SURE_SCORE);
  if (perhaps === null || only === undefined || more.length > 0) return understood;
  return ofTheCalled(perhaps, only, text, situation);
}

/** 路灯那个改到8号, and no common problem is called so: of an issue, where it says something of one. */
function ofElse({ situation, situation: { question }, text }: Conversation, understood: Understood): Understood {
  const anew = understand(text, { ...situation, question: null, callsNoCommon: true });
  const says = anew.steps.every(
    (step) => "doing" in step && step.doing.command !== "note" && step.doing.command !== "common",
  );
  // Where commons were spoken of, or nothing else can be meant, it is said that none is called so.
  const isOfCommon = question?.ask === "ways" && isOfCommons(question);
  return says || !(isOfCommon || isOfMembers(understood)) ? anew : understood;
}

/** The numbers of those that are called so and may be seen here. */
async function here({ ctx, reader }: Conversation, called: string, least = 1): Promise<readonly number[]> {
  const able = (await commonsInSight(ctx, reader.audience, "all")).filter(({ state }) => state !== "void");
  return mostCalled(called, able, ({ title }) => title, least).map(({ id }) => id);
}

/** Those whose titles have the most of these words. */
export function mostCalled<One>(
  called: string,
  all: readonly One[],
  titleOf: (one: One) => string,
  least = 1,
): readonly One[] {
  const score = speaksOf(plainOf(called));
  const scored = all.map((one) => ({ one, score: score(matterOf(plainOf(titleOf(one)))) }));
  const best = Math.max(0, ...scored.map((each) => each.score));
  return best < least ? [] : scored.filter((each) => each.score === best).map(({ one }) => one);
}
