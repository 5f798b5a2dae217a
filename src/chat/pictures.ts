import { narrow, plainOf } from "../domain/plain.ts";
import type { Block } from "../messages/card.ts";
import { PICTURE_ALONE } from "../messages/zh-cn/chat.ts";
import { YES_OR_NO } from "../messages/zh-cn/conversation.ts";
import * as words from "../messages/zh-cn/files.ts";
import { commandNamed } from "./command.ts";
import { type Conversation, type Outcome, type Reply, sentence, withCard } from "./conversation.ts";
import { type OwnBefore, ownBefore } from "./own-before.ts";
import type { Doing, Firm, Loose } from "./understand/outcome.ts";
import { issueIn } from "./understand/sight.ts";
import { isMereNo, isYesAlone } from "./understand/zh-cn-answers.ts";
import { NOT_THIS_BUT } from "./understand/zh-cn-continues.ts";

/** Pictures and files that come without words: to which issue they belong, and what is asked where that is not clear. */

/** Whether anything came beside words. */
export function isAccompanied({ pictures, source }: Pick<Conversation, "pictures" | "source">): boolean {
  return pictures > 0 || (source.files ?? []).length > 0;
}

/** What is said to pictures without a word. */
export async function withoutWords(conversation: Conversation): Promise<Outcome> {
  const { situation, source } = conversation;
  const { quote, question } = situation;
  const why = ["pictures-alone"];
  // Nothing could be fetched of what came: there is nothing to keep until it is said.
  if (source.files === undefined || source.files.length === 0) {
    return { reply: sentence(PICTURE_ALONE), question: "kept", why };
  }
  const quoted = quote?.by === "bot" && quote.numbers.length === 1 ? quote.numbers[0] : undefined;
  if (quoted !== undefined) return { reply: await addTo(conversation, quoted), question: null, why };
  if (question !== null && question.ask !== "ways") return forQuestion(conversation, question, why);
  const loose = looseOf(conversation);
  const before = await ownBefore(conversation);
  if (before === null) return { reply: sentence(words.whichIssue(cameIn(conversation))), question: loose, why };
  const asked = { ...loose, issue: before.issue.number };
  return { reply: offered(before, loose), question: asked, why: [...why, "soon-after"] };
}

/** Whether they add to the issue that was spoken of just before. */
function offered({ issue, command }: OwnBefore, { pictures, files }: Loose): Reply {
  const came = cameIn({ pictures, source: { files } });
  const title = words.addsTo(came, { number: issue.number, title: issue.title, isNote: command === "note" });
  const blocks: Block[] = [
    { kind: "title", text: title },
    { kind: "hint", text: words.OR_ANOTHER },
    { kind: "choices", words: YES_OR_NO },
  ];
  return withCard({ blocks }, issue.number);
}

/** A plain yes or no to that. Null: something else is said, and has them. */
export async function answerOfLoose(conversation: Conversation): Promise<Outcome | null> {
  const { situation, text } = conversation;
  const { loose } = situation;
  if (loose?.issue === undefined) return null;
  const plain = plainOf(text);
  if (isYesAlone(plain)) {
    return { reply: await addTo(conversation, loose.issue), question: null, why: ["pictures-of", "yes"] };
  }
  if (!isMereNo(plain)) return null;
  const { issue, ...left } = loose;
  return { reply: sentence(words.notAdded(issue)), question: left, why: ["pictures-of", "no"] };
}

/** With what came without words before, for what is said now. */
export function withLoose(conversation: Conversation): Conversation {
  const { loose } = conversation.situation;
  return loose === undefined ? conversation : withMore(conversation, loose);
}

/** A number alone, said to the question to which issue pictures belong. Null: it is not that. */
export async function numberOfLoose(conversation: Conversation): Promise<Outcome | null> {
  const { situation, text } = conversation;
  const { loose } = situation;
  if (loose === undefined) return null;
  const said = words.NUMBER_ALONE.exec(narrow(text)) ?? NOT_THIS_BUT.exec(plainOf(text));
  if (said === null) return null;
  const number = Number(said[1]);
  // Of a number that is not here they wait on.
  const left = issueIn(situation, number) === undefined ? loose : null;
  return { reply: await addTo(conversation, number), question: left, why: ["pictures-of"] };
}

/** What has been sent and belongs to nothing yet. */
function looseOf(conversation: Conversation): Loose {
  const { pictures, source } = withLoose(conversation);
  return { ask: "pictures", pictures, files: [...(source.files ?? [])] };
}

/** The same, with pictures and files that came earlier. */
export function withMore(conversation: Conversation, { pictures = 0, files = [] }: Came): Conversation {
  if (pictures === 0 && files.length === 0) return conversation;
  const { source } = conversation;
  return {
    ...conversation,
    pictures: conversation.pictures + pictures,
    source: { ...source, files: [...files, ...(source.files ?? [])] },
  };
}

type Came = Partial<Pick<Doing, "pictures" | "files">>;

/** Adds them to an issue as the words of whoever sends them: a company supplements, an official notes. */
async function addTo(conversation: Conversation, number: number): Promise<Reply> {
  const { situation, commands } = conversation;
  const parties = situation.issues.find((one) => one.number === number)?.parties ?? [];
  const isCompanys = parties.includes("company") && !parties.includes("coordinator");
  return add(
    withLoose(conversation),
    commandNamed(commands, isCompanys || parties.length === 0 ? "supplement" : "note"),
    number,
  );
}

function add(conversation: Conversation, command: Conversation["commands"][number], number: number) {
  const rest = words.inPlaceOfWords(cameIn(conversation));
  return command.run(conversation, { word: command.name, number, id: number, rest });
}

/** They answer what words were asked for; or they are kept with what is asked. */
async function forQuestion(conversation: Conversation, question: Firm, why: readonly string[]): Promise<Outcome> {
  if (question.ask === "need" && question.what === "text" && question.doing.number !== null) {
    const { doing } = question;
    const command = conversation.commands.find((one) => one.name === doing.command);
    const isAddition = doing.command === "supplement" || doing.command === "note" || doing.command === "progress";
    if (command !== undefined && isAddition) {
      return { reply: await add(withMore(conversation, doing), command, question.doing.number), question: null, why };
    }
  }
  const reply = sentence(words.takenFor(cameIn(conversation)));
  return { reply, question: withTheirs(question, conversation), why };
}

function withTheirs(question: Firm, conversation: Conversation): Firm {
  if (question.ask !== "offer") return { ...question, doing: withCame(question.doing, conversation) };
  // What is offered together came with one message: the first of it has them.
  return {
    ...question,
    doings: question.doings.map((one, index) => (index === 0 ? withCame(one, conversation) : one)),
  };
}

/** What came with this message belongs to what is asked of it. */
export function withCame(doing: Doing, { pictures: now, source }: Pick<Conversation, "pictures" | "source">): Doing {
  const pictures = (doing.pictures ?? 0) + now;
  const files = [...(doing.files ?? []), ...(source.files ?? [])];
  return { ...doing, ...(pictures > 0 && { pictures }), ...(files.length > 0 && { files }) };
}

/** Files are what is no picture. */
function cameIn({
  pictures,
  source,
}: {
  readonly pictures: number;
  readonly source: Pick<Conversation["source"], "files">;
}): words.Came {
  const all = Math.max(pictures, source.files?.length ?? 0);
  return { pictures, files: all - pictures };
}
