import type { Actor, Issue } from "../domain/issue.ts";
import { possibleMoves } from "../issues/move.ts";
import { type NextStep, stepOf, stepText } from "../messages/actions.ts";
import type { Card } from "../messages/card.ts";
import { issueTitle, unitLine } from "../messages/issue-card.ts";
import type { Reader } from "../messages/reader.ts";
import { nowPossible, standingSentence, standingText } from "../messages/zh-cn/refusals.ts";
import { stateText } from "../messages/zh-cn/terms.ts";
import { command } from "./command.ts";
import { type Circle, type Command, type Conversation, type Reply, reply, sentence } from "./conversation.ts";
import { findDossier, notHere } from "./find.ts";
import { likeliest } from "./understand/likeliest.ts";
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
  const { work, actor, reader } = conversation;
  const steps = possibleMoves(work, dossier, actor).map((action) => stepOf(action, id));
  if (steps.length === 0) return sentence(standingSentence(standing(reader, dossier.issue, [])), id);
  const title = nowPossible(issueTitle(reader.issue(dossier.issue)));
  return reply(
    {
      blocks: [
        { kind: "title", text: title },
        { kind: "actions", steps, explained: true },
      ],
    },
    id,
  );
}

/** How an issue stands, who has it, and what can be done with it: looking at it, where there is nothing else. */
export function standing(reader: Reader, issue: Issue, steps: readonly NextStep[]): string {
  const can = steps.length === 0 ? [{ command: "status" as const, id: issue.id }] : steps;
  return standingText({
    id: issue.id,
    state: stateText(issue.state, issue.outcome),
    unit: unitLine(reader.issue(issue)),
    can: can.map(stepText),
  });
}

function showHelp(conversation: Conversation): Reply {
  const { chat } = conversation;
  const where = chat === null ? "直接发给我" : "在群里 @我 再说";
  const card: Card = {
    blocks: [
      { kind: "title", text: "可以这样说" },
      { kind: "list", items: commandsFor(conversation).map((spec) => `${spec.usage}：${spec.does}`) },
      { kind: "hint", text: `${where}；引用我的一条消息时可以不写编号。` },
    ],
  };
  return reply(card);
}

export function unknownWord(conversation: Conversation, text: string): Reply {
  const { actor, chat } = conversation;
  const later = wordOfLater(text);
  if (later !== null) return sentence(`本版本还没有「${later}」，全部命令请发「帮助」。`);
  const words = likeliest(text, commandsFor(conversation)).map((spec) => `「${spec.usage}」`);
  const official = actor.role !== null && actor.role !== "liaison";
  const lead = chat === null || official ? "没看懂这句话" : "没看懂这句话，要提诉求请以「诉求」开头";
  return sentence(`${lead}；您是不是想说${words.join("、")}？`);
}
