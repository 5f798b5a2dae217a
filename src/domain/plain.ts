import { Converter } from "opencc-js/t2cn";
import { VARIANTS } from "./zh-cn-variants.ts";

/** Text as it is compared: narrow, small, in simplified characters; as long as the text itself, so that places stay. */

const simplified = Converter({ from: "t", to: "cn" });
/** The simple form of each UTF-16 unit that was met, 0 of the others: a text is asked for often, and nothing is built anew for it. */
const known = new Uint16Array(0x1_0000);

/** One UTF-16 unit for each of the text's. Never throws. */
export function plainOf(text: string): string {
  return narrow(text).toLowerCase().length === text.length
    ? simplify(narrow(text).toLowerCase())
    : simplify(narrow(text));
}

/** Full-width ASCII and spaces as their narrow forms, character for character. */
export function narrow(text: string): string {
  return text.replace(/[\u{ff01}-\u{ff5e}\u3000\u00a0]/gu, (one) =>
    one === "\u3000" || one === "\u00a0" ? " " : String.fromCharCode(one.charCodeAt(0) - 0xfee0),
  );
}

function simplify(text: string): string {
  let done = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const simple = unit < FIRST_HAN ? unit : simpleForm(unit);
    if (simple === unit) continue;
    done += text.slice(from, at) + String.fromCharCode(simple);
    from = at + 1;
  }
  return from === 0 ? text : done + text.slice(from);
}

/** Characters of two units are too rare for a traditional form of theirs to be met; they stay. */
function simpleForm(unit: number): number {
  const before = known[unit];
  if (before !== undefined && before !== 0) return before;
  const one = String.fromCharCode(unit);
  const after = HAN.test(one) ? (VARIANTS.get(one) ?? simplified(one)) : one;
  const simple = after.length === 1 ? after.charCodeAt(0) : unit;
  known[unit] = simple;
  return simple;
}

const HAN = /\p{Script=Han}/u;
/** No Han character stands before it in Unicode. */
const FIRST_HAN = 0x2e80;
