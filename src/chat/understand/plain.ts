import { Converter } from "opencc-js/t2cn";
import { VARIANTS } from "./zh-cn-variants.ts";

/** Text as it is compared: narrow, small, in simplified characters; as long as the text itself, so that places stay. */

const simplified = Converter({ from: "t", to: "cn" });
const known = new Map<string, string>();

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

/** A character that is simplified already is its own simple form, so a text without others costs one look at each. */
function simplify(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (one) => {
    const before = known.get(one);
    if (before !== undefined) return before;
    const after = VARIANTS.get(one) ?? simplified(one);
    const kept = after.length === one.length ? after : one;
    known.set(one, kept);
    return kept;
  });
}
