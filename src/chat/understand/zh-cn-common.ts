import { narrow } from "../../domain/plain.ts";

/** A common problem that is spoken of by its own number, G3, without the word 共性 in front: as the command says it. */

/** G207国道, G4高速: a road. */
const OF_A_ROAD = "(?!\\d|\\s*(?:国道|高速|省道|线|网|信号))";
const AT_START = new RegExp(`^g\\s*#?\\d{1,6}${OF_A_ROAD}`, "iu");
/** 把4号、5号也放进G1, 6号并到共性1 */
const INTO = new RegExp(
  `^(?:[把将请]\\s*)?((?:#?\\d{1,6}号?[\\s、,，和跟与及]*)+)(?:也|都|一起|一并)*\\s*(?:加|放|并|归|纳|列|算|收|挂)(?:[到进入至在]|为)*\\s*(?:g|共性问题|共性)\\s*#?(\\d{1,6})${OF_A_ROAD}号?(?:里面?|中|去|来|吧|[。!！])*$`,
  "iu",
);

/** Null: none is spoken of so. */
export function commonSaid(text: string): string | null {
  if (AT_START.test(narrow(text))) return `共性 ${text}`;
  const [, numbers = "", common = ""] = INTO.exec(narrow(text)) ?? [];
  return common === "" ? null : `共性 加入 G${common} ${numbers.replace(/\D+/gu, " ").trim()}`;
}
