import { type Actor, isStaff } from "../domain/issue.ts";
import * as words from "../messages/zh-cn/chat.ts";
import { command } from "./command.ts";
import { type Circle, type Command, type Conversation, type Reply, reply, sentence } from "./conversation.ts";
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

export const helpCommand = command("help", { number: "no", who: "everybody", run: showHelp });

function showHelp(conversation: Conversation): Reply {
  return reply({
    blocks: [
      { kind: "title", text: words.HELP_TITLE },
      { kind: "list", items: commandsFor(conversation).map(words.helpLine) },
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
