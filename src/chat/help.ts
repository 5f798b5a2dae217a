import { distance } from "fastest-levenshtein";
import { type Actor, type Issue, isStaff } from "../domain/issue/issue.ts";
import { possibleMoves } from "../issues/move.ts";
import { type NextStep, stepOf, stepText } from "../messages/actions.ts";
import { issueTitle, unitLine } from "../messages/issue-card.ts";
import type { Reader } from "../messages/reader.ts";
import { explained } from "../messages/zh-cn/actions.ts";
import * as words from "../messages/zh-cn/chat.ts";
import { nowPossible, standingText } from "../messages/zh-cn/refusals.ts";
import { stateText } from "../messages/zh-cn/terms.ts";
import { command } from "./command.ts";
import { type Circle, type Command, type Conversation, type Reply, sentence, withCard } from "./conversation.ts";
import { findDossier, notHere } from "./find.ts";
import type { CommandWords } from "./understand/parse.ts";
import { narrow } from "./understand/plain.ts";
import { wordOfLater } from "./understand/zh-cn-phrases.ts";

/** 帮助 and what is said to an unknown word: both made from the table, for the person who asks. */

function circleOf(actor: Actor): Circle {
  switch (actor.role) {
    case "officer":
    case "head":
      return "official";
    case "coordinator":
    case "admin":
      return "coordinator";
    case "leader":
      return "leader";
    default:
      return "company";
  }
}

/** What this person is taught. */
export function commandsFor({ actor, commands }: Pick<Conversation, "actor" | "commands">): readonly Command[] {
  const circle = circleOf(actor);
  return commands.filter((one) => one.who.includes(circle));
}

export const helpCommand = command("help", {
  number: "maybe",
  who: "everybody",
  run: (conversation, { number }) => (number === null ? showHelp(conversation) : helpWith(conversation, number)),
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
export function standing(reader: Reader, issue: Issue, steps: readonly NextStep[], why?: string): Reply {
  const { id } = issue;
  const can = steps.length === 0 ? [{ command: "status" as const, id }] : steps;
  const stands = { id, state: stateText(issue), unit: unitLine(reader.issue(issue)), can: can.map(stepText) };
  return sentence(standingText(stands, why), id);
}

function showHelp(conversation: Conversation): Reply {
  return withCard({
    blocks: [
      { kind: "title", text: words.HELP_TITLE },
      { kind: "list", items: commandsFor(conversation).map(({ usage, does }) => explained(usage, does)) },
      { kind: "hint", text: words.howToSay(conversation.chat !== null) },
    ],
  });
}

export function unknownWord(conversation: Conversation, text: string): Reply {
  const { actor, chat } = conversation;
  const later = wordOfLater(text);
  if (later !== null) return sentence(words.notYet(later));
  const usages = likeliest(text, commandsFor(conversation)).map((spec) => spec.usage);
  return sentence(words.notUnderstood(usages, chat !== null && !isStaff(actor)));
}

/** The likeliest commands for what was said: by spelling, then in their order. */
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
  const near = scored.filter((one) => one.score < 1).sort((a, b) => a.score - b.score || a.order - b.order);
  const rest = scored.filter((one) => one.score >= 1);
  return [...near, ...rest].slice(0, 3).map((one) => one.spec);
}

/** 0 for a word that stands in the text, up to 1 for one that has nothing of it. */
function far(text: string, word: string): number {
  if (text.includes(word)) return 0;
  return distance(text.slice(0, word.length), word) / word.length;
}
