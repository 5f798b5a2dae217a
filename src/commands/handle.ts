import { type Conversation, type Reply, SILENCE, sentence } from "./conversation.ts";
import { explainDue } from "./due-date.ts";
import { nameCompany } from "./guests.ts";
import { showHelp, unknownWord } from "./help.ts";
import { makeMove } from "./moves.ts";
import { argumentsOf, type Parsed, parse } from "./parse.ts";
import { explainRouting, showMine, showStatus, showTodo } from "./queries.ts";
import type { CommandSpec } from "./registry.ts";
import { specOf } from "./registry.ts";
import { resend, showBrief, showOutbox } from "./reports.ts";
import { comeBack, setDuty, takeLeave } from "./roster.ts";
import { searchFor } from "./search.ts";
import { showStats } from "./stats.ts";
import { fileForCompany, fileIssue, followUp, verifyReporter } from "./submit.ts";
import { themeDay } from "./theme-day.ts";

/** Answers one message. Everything it changes is in the conversation's transaction. */
export async function handle(conversation: Conversation): Promise<Reply> {
  const parsed = withWishesFirst(conversation.text, conversation.quoted !== null);
  switch (parsed.kind) {
    case "thanks":
      return SILENCE;
    case "empty":
      return conversation.pictures > 0
        ? sentence("收到图片，请连同文字一起发，例如：诉求 三车间漏水（附图）")
        : sentence("请写上要说的话，例如：诉求 三车间昨晚停电两次；全部命令请发「帮助」。");
    case "unknown":
      return conversation.quoted === null
        ? unknownWord(conversation, parsed.text)
        : plainQuote(conversation, parsed.text);
    case "command":
      return run(conversation, parsed.spec, withQuoted(conversation, parsed));
  }
}

/** 保密 诉求 …, 紧急 诉求 …: the wish may stand before the word. */
function withWishesFirst(text: string, quotes: boolean): Parsed {
  const direct = parse(text, quotes);
  if (direct.kind !== "unknown") return direct;
  const match =
    /^((?:(?:[【（(「［[#＃]?(?:保密|紧急|复杂)[】）)」］\]]?[\s,，:：]*)|(?:[#＃][^\s]+[\s,，:：]+))+)([\s\S]+)$/u.exec(
      direct.text,
    );
  if (match === null) return direct;
  const inner = parse(match[2] ?? "");
  const files = inner.kind === "command" && (inner.spec.name === "submit" || inner.spec.name === "for");
  return files ? { ...inner, rest: [inner.rest, ...wishesIn(match[1] ?? "")].join(" ") } : direct;
}

/** 【保密】#用电: each word without what stands around it. */
function wishesIn(words: string): readonly string[] {
  return (words.match(/[#＃]?(?:保密|紧急|复杂)|[#＃][^\s,，:：]+/gu) ?? []).map((one) =>
    one.replace(/^[#＃](?=保密|紧急|复杂)/u, ""),
  );
}

/** What was said behind a command's word, and which of its words it was. */
interface Said {
  readonly word: string;
  readonly number: number | null;
  readonly rest: string;
}

/** A quotation of the bot's message stands for an issue's number. 评价 5 behind a quotation is a mark, not a number. */
function withQuoted({ quoted }: Conversation, parsed: Extract<Parsed, { kind: "command" }>): Said {
  const { spec, word, number, rest } = parsed;
  if (quoted === null || spec.number === "no" || spec.number === "message") return { word, number, rest };
  if (number === null) return { word, number: quoted, rest };
  if (spec.name === "rate" && rest === "" && number <= 5) return { word, number: quoted, rest: String(number) };
  return { word, number, rest };
}

/** A quotation without a verb: officials note something, the company adds something. */
function plainQuote(conversation: Conversation, text: string): Promise<Reply> {
  const official = conversation.actor.role !== null && conversation.actor.role !== "liaison";
  const spec = specOf(official ? "note" : "supplement");
  return run(conversation, spec, {
    word: spec.words[0] ?? spec.name,
    number: conversation.quoted,
    rest: argumentsOf({ ...spec, number: "no" }, text).rest,
  });
}

async function run(conversation: Conversation, spec: CommandSpec, { word, number, rest }: Said): Promise<Reply> {
  if (spec.number === "yes" && number === null) {
    return sentence(`请写明编号，例如：${spec.usage}；不记得编号请发「我的」或「待办」。`);
  }
  if (spec.number === "message" && number === null) {
    return sentence(`请写明消息的编号，例如：${spec.usage}；编号请发「投递」查看。`);
  }
  const id = number ?? 0;
  switch (spec.name) {
    case "submit":
      return fileIssue(conversation, rest);
    case "for":
      return fileForCompany(conversation, rest);
    case "iam":
      return nameCompany(conversation, rest);
    case "verify":
      return verifyReporter(conversation, id);
    case "status":
      return showStatus(conversation, number, rest);
    case "mine":
      return showMine(conversation, rest);
    case "due":
      return explainDue(conversation, id);
    case "why":
      return explainRouting(conversation, id);
    case "search":
      return searchFor(conversation, rest);
    case "todo":
      return showTodo(conversation, rest);
    case "stats":
      return showStats(conversation, rest);
    case "brief":
      return showBrief(conversation, rest);
    case "outbox":
      return showOutbox(conversation, rest);
    case "resend":
      return resend(conversation, id);
    case "board":
      return sentence("本版本还没有网页看板，请用：待办、统计、简报、搜索。");
    case "theme":
      return themeDay(conversation, rest);
    case "followup":
      return followUp(conversation, id, rest);
    case "duty":
      return setDuty(conversation, rest);
    case "leave":
      return takeLeave(conversation, rest);
    case "back":
      return comeBack(conversation);
    case "help":
      return showHelp(conversation);
    default:
      return makeMove(conversation, spec.name, spec, { word, id, rest });
  }
}
