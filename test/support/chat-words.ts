import { COMMAND_WORDS } from "../../src/messages/zh-cn/commands.ts";

const WORDS = Object.values(COMMAND_WORDS)
  .flatMap(({ words }) => words)
  .filter((word) => /\p{L}/u.test(word))
  .join("|");
/** 请发：待办 第2页, 例如：派单 12 供电公司, 可以：签收 12、退单 12 原因. */
const IN_A_CHAT = new RegExp(
  `(?:发|例如|可以)：(?:${WORDS})(?: |$)|[：、「，；](?:${WORDS}) \\d{1,9}(?![\\d*月]| [件个])`,
  "mu",
);

/** Whoever reads a page has no card, no group and no chat before him, and sends nothing again. */
const OF_A_CHAT = /这张卡片|请到原处|整[句份]重发|私聊我|在群里说|@我|(?:回复|发)「(?!看板)[^」]+」(?=[。，；]|$)/mu;

/** Of these texts the first that teaches what is said in a chat: whoever reads a page has forms before him. */
export function chatWordsIn(texts: readonly string[]): string | undefined {
  return texts.find((text) => IN_A_CHAT.test(text) || OF_A_CHAT.test(text));
}
