import { isStaff } from "../domain/issue/issue.ts";
import * as words from "../messages/zh-cn/chat.ts";
import { commandNamed } from "./command.ts";
import { type Command, type Conversation, type Reply, type Said, SILENCE, sentence } from "./conversation.ts";
import { unknownWord } from "./help.ts";
import { argumentsOf, type Parsed } from "./understand/parse.ts";
import { parseWithWishes } from "./understand/zh-cn-wishes.ts";

/** Does what one message asks for. Everything it changes is in the conversation's transaction. */
export async function run(conversation: Conversation): Promise<Reply> {
  const parsed = parseWithWishes(conversation.text, conversation.commands, { quotes: conversation.quoted !== null });
  switch (parsed.kind) {
    case "thanks":
      return SILENCE;
    case "empty":
      return conversation.pictures > 0 ? sentence(words.PICTURE_ALONE) : sentence(words.NOTHING_SAID);
    case "unknown":
      return conversation.quoted === null
        ? unknownWord(conversation, parsed.text)
        : plainQuote(conversation, parsed.text);
    case "command":
      return runWith(conversation, parsed.spec, withQuoted(conversation, parsed));
  }
}

/** A quotation of the bot's message stands for an issue's number. 评价 5 behind a quotation is a mark, not a number. */
function withQuoted({ quoted }: Conversation, parsed: Extract<Parsed<Command>, { kind: "command" }>) {
  const { spec, word, number, rest } = parsed;
  if (quoted === null || spec.number === "no" || spec.number === "message") return { word, number, rest };
  if (number === null) return { word, number: quoted, rest };
  if (spec.name === "rate" && rest === "" && number <= 5) return { word, number: quoted, rest: String(number) };
  return { word, number, rest };
}

/** A quotation without a verb: officials note something, the company adds something. */
function plainQuote(conversation: Conversation, text: string): Promise<Reply> {
  const spec = commandNamed(conversation.commands, isStaff(conversation.actor) ? "note" : "supplement");
  return runWith(conversation, spec, {
    word: spec.words[0] ?? spec.name,
    number: conversation.quoted,
    rest: argumentsOf({ ...spec, number: "no" }, text).rest,
  });
}

async function runWith(conversation: Conversation, command: Command, said: Omit<Said, "id">): Promise<Reply> {
  const { word, number, rest } = said;
  if (command.number === "yes" && number === null) return sentence(words.sayNumber(command.usage));
  if (command.number === "message" && number === null) return sentence(words.sayMessageNumber(command.usage));
  return command.run(conversation, { word, number, id: number ?? 0, rest });
}
