import { distance } from "fastest-levenshtein";
import type { Issue, State } from "../domain/issue/issue.ts";
import type { Doable } from "../domain/issue/lifecycle.ts";
import { narrow, plainOf } from "../domain/plain.ts";
import { possibleMoves } from "../issues/move.ts";
import { explainedSteps, type NextStep, stepOf, stepText } from "../messages/actions.ts";
import { issueTitle, unitLine } from "../messages/issue-card.ts";
import type { Reader } from "../messages/reader.ts";
import type { Saying } from "../messages/saying.ts";
import { explained } from "../messages/zh-cn/actions.ts";
import * as words from "../messages/zh-cn/chat.ts";
import { greeting as greetingText, NOTHING_ASKED } from "../messages/zh-cn/conversation.ts";
import { nowPossible, standingText } from "../messages/zh-cn/refusals.ts";
import { stateText } from "../messages/zh-cn/terms.ts";
import { command } from "./command.ts";
import { type Command, type Conversation, type Reply, sentence, withCard } from "./conversation.ts";
import { findDossier, notHere } from "./find.ts";
import { type Circle, circleOf } from "./understand/circle.ts";
import type { CommandWords } from "./understand/parse.ts";
import { mayMove } from "./understand/sight.ts";
import type { InSight, Situation } from "./understand/situation.ts";
import { isNoAlone, isYesAlone } from "./understand/zh-cn-answers.ts";
import { isAll } from "./understand/zh-cn-phrases.ts";

/** 帮助 and what is said to an unknown word: both made from the table, for the person who asks. */

/** What this person is taught. */
export function commandsFor({ actor, commands }: Pick<Conversation, "actor" | "commands">): readonly Command[] {
  const circle = circleOf(actor);
  return commands.filter((one) => one.who.includes(circle));
}

export const helpCommand = command("help", {
  number: "maybe",
  who: "everybody",
  run: (conversation, { number, rest }) =>
    number === null ? showHelp(conversation, rest) : helpWith(conversation, number),
});

/** 帮助 12: what this person can do with one issue now. */
async function helpWith(conversation: Conversation, id: number): Promise<Reply> {
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return notHere();
  const { ctx, actor, reader } = conversation;
  const steps = possibleMoves(ctx, dossier, actor).map((action) => stepOf(action, id));
  if (steps.length === 0) return standing(reader, dossier.issue, []);
  const title = nowPossible(issueTitle(reader.issue(dossier.issue)));
  return withCard(
    {
      blocks: [
        { kind: "title", text: title },
        { kind: "actions", steps, explained: true },
      ],
    },
    id,
  );
}

/** How an issue stands, who has it, and what can be done with it: looking at it, where there is nothing else. `why`: it is said first. */
export function standing(reader: Reader, issue: Issue, steps: readonly NextStep[], why?: Saying): Reply {
  const { id } = issue;
  const can = steps.length === 0 ? [{ command: "status" as const, id }] : steps;
  const stands = { id, state: stateText(issue), unit: unitLine(reader.issue(issue)), can: can.map(stepText) };
  return sentence(standingText(stands, why), id);
}

/** Five lines: what waits for this person now, then what he says most; 帮助 全部 shows everything that he is taught. */
function showHelp(conversation: Conversation, rest: string): Reply {
  const lines = isAll(rest) ? taughtLines(conversation) : firstLines(conversation);
  const onBoard = conversation.actor.role === "admin" ? words.ADMIN_HELP : "";
  const hint = `${words.howToSay(conversation.chat !== null)}${onBoard}`;
  return withCard({
    blocks: [
      { kind: "title", text: words.HELP_TITLE },
      { kind: "list", items: lines },
      { kind: "hint", text: isAll(rest) ? hint : `${hint}${words.MORE_HELP}` },
    ],
  });
}

function taughtLines(conversation: Conversation): readonly string[] {
  return commandsFor(conversation).map(({ usage, does }) => explained(usage, does));
}

const LINES = 5;

function firstLines(conversation: Conversation): readonly string[] {
  const { steps, usual } = firstSaid(conversation);
  return [...explainedSteps(steps), ...usual.map(({ usage, does }) => explained(usage, does))].slice(0, LINES);
}

/** What waits for a person now, and what he says most beside it. */
export function firstSaid(known: Pick<Conversation, "actor" | "commands" | "situation">) {
  const steps = waitingSteps(known.situation);
  const taught = commandsFor(known);
  const said = new Set<string>(steps.map(({ command }) => command));
  const usual = FIRST_SAID[circleOf(known.actor)].flatMap(
    (name) => taught.find((one) => one.name === name && !said.has(name)) ?? [],
  );
  return { steps, usual };
}

/** What a person says most, by who he is. */
const FIRST_SAID: Readonly<Record<Circle, readonly string[]>> = {
  company: ["submit", "mine", "supplement", "urge", "human", "withdraw"],
  official: ["todo", "sign", "answer", "measure", "extend", "return"],
  coordinator: ["todo", "dispatch", "overdue", "brief", "for", "supervise"],
  leader: ["brief", "overdue", "units", "supervise", "status", "stats"],
};

/** One step for each kind of thing that waits for this person: what is pressed most first. */
export function waitingSteps({ issues, who }: Situation): readonly NextStep[] {
  const kinds = WAITS_FOR[circleOf(who)];
  return kinds.flatMap(({ action, is }) => {
    const issue = issues.find((one) => is(one) && mayMove(action, one));
    return issue === undefined ? [] : [stepOf(action, issue.number)];
  });
}

interface Waits {
  readonly action: Doable;
  readonly is: (issue: InSight) => boolean;
}

const inState = (action: Doable, state: State): Waits => ({ action, is: (issue) => issue.state === state });
const asked: Waits = { action: "approve", is: (issue) => issue.request !== null };

const WAITS_FOR: Readonly<Record<Circle, readonly Waits[]>> = {
  company: [inState("solved", "answered"), inState("unsolved", "answered"), inState("supplement", "waiting")],
  official: [inState("sign", "dispatched"), inState("answer", "in_progress")],
  coordinator: [inState("dispatch", "submitted"), asked],
  leader: [asked],
};

/** 您好: one friendly sentence with the three likeliest words. */
export function greeting(conversation: Conversation): Reply {
  return sentence(greetingText(conversation.actor.name, likelyNow(conversation)));
}

/** What waits for this person, then what he says most. */
function likelyNow(conversation: Conversation): readonly string[] {
  const { actor, situation } = conversation;
  const steps = waitingSteps(situation).map(stepText);
  const known = commandsFor(conversation);
  const usual = FIRST_SAID[circleOf(actor)].flatMap((name) => known.find((one) => one.name === name)?.usage ?? []);
  return [...new Set([...steps, ...usual])].slice(0, 3);
}

/** The words that are like what was said; then what waits for this person, and what he says most. */
export function unknownWord(conversation: Conversation, text: string): Reply {
  if (answersSomething(plainOf(text))) return sentence(NOTHING_ASKED);
  const usages = likeliest(text, commandsFor(conversation)).map((spec) => spec.usage);
  return sentence(words.notUnderstood([...new Set([...usages, ...likelyNow(conversation)])].slice(0, 3)));
}

/** 是, 不用了, 等等，先别: it answers what nobody asks. */
function answersSomething(plain: string): boolean {
  return isYesAlone(plain) || isNoAlone(plain);
}

/** The commands that are spelled like what was said, the likest first; three at most. */
export function likeliest<Command extends CommandWords>(
  text: string,
  commands: readonly Command[],
): readonly Command[] {
  const plain = narrow(text).trim().toLowerCase();
  const scored = commands.map((spec, order) => ({
    spec,
    order,
    score: Math.min(...[...spec.words, spec.english].map((word) => far(plain, word))),
  }));
  const near = scored.filter((one) => one.score <= LIKE).sort((a, b) => a.score - b.score || a.order - b.order);
  return near.slice(0, 3).map((one) => one.spec);
}

/** A third of the word's characters are right. */
const LIKE = 2 / 3;

/** 0 for a word that stands in the text, up to 1 for one that has nothing of it. */
function far(text: string, word: string): number {
  if (text.includes(word)) return 0;
  return distance(text.slice(0, word.length), word) / word.length;
}
