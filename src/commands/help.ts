import { distance } from "fastest-levenshtein";
import type { Actor } from "../domain/issue.ts";
import type { Card } from "../messages/card.ts";
import { type Conversation, type Reply, reply, sentence } from "./conversation.ts";
import { narrow } from "./parse.ts";
import { type Circle, COMMANDS, type CommandSpec } from "./registry.ts";

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

export function commandsFor(actor: Actor): readonly CommandSpec[] {
  const circle = circleOf(actor);
  return COMMANDS.filter((spec) => spec.circles.includes(circle));
}

export function showHelp({ actor, chat }: Conversation): Reply {
  const where = chat === null ? "直接发给我" : "在群里 @我 再说";
  const card: Card = {
    blocks: [
      { kind: "title", text: "可以这样说" },
      { kind: "list", items: commandsFor(actor).map((spec) => `${spec.usage}：${spec.does}`) },
      { kind: "hint", text: `${where}；引用我的一条消息时可以不写编号。` },
    ],
  };
  return reply(card);
}

/** The likeliest words for what was said: by spelling, then what people of this kind say most. */
export function likeliest(text: string, actor: Actor): readonly CommandSpec[] {
  const plain = narrow(text).trim().toLowerCase();
  const specs = commandsFor(actor);
  const scored = specs.map((spec, order) => ({
    spec,
    order,
    score: Math.min(...spellings(spec).map((word) => far(plain, word))),
  }));
  const near = scored.filter((one) => one.score < 1).sort((a, b) => a.score - b.score || a.order - b.order);
  const rest = scored.filter((one) => one.score >= 1);
  return [...near, ...rest].slice(0, 3).map((one) => one.spec);
}

function spellings(spec: CommandSpec): readonly string[] {
  return [...spec.words, spec.english];
}

/** 0 for a word that stands in the text, up to 1 for one that has nothing of it. */
function far(text: string, word: string): number {
  if (text.includes(word)) return 0;
  return distance(text.slice(0, word.length), word) / word.length;
}

/** Words of the park's trade that a later version will know: better said than guessed at. */
const NOT_YET = /^(?:合并|同感|共性|merge|join)(?=$|[\s\d#])/iu;

export function unknownWord({ actor, chat }: Conversation, text: string): Reply {
  const later = NOT_YET.exec(narrow(text));
  if (later !== null) return sentence(`本版本还没有「${later[0]}」，全部命令请发「帮助」。`);
  const words = likeliest(text, actor).map((spec) => `「${spec.usage}」`);
  const official = actor.role !== null && actor.role !== "liaison";
  const lead = chat === null || official ? "没看懂这句话" : "没看懂这句话，要提诉求请以「诉求」开头";
  return sentence(`${lead}；您是不是想说${words.join("、")}？`);
}
