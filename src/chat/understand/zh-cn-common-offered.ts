import { exceptedIn, withExcepted } from "../../domain/common/zh-cn-excepted.ts";
import { plainOf } from "../../domain/plain.ts";
import { figuresIn } from "../../domain/zh-cn-numerals.ts";
import type { Doing, Step } from "./outcome.ts";
import { INSTEAD } from "./zh-cn-answers.ts";
import { PUT_IN_ITS_PLACE } from "./zh-cn-preface.ts";

/** What is said to a step of a common problem that was shown, and neither takes nor drops it: its text anew, who is left out, which issues. */

/** 答复 G4 …: what it is, of which one, and its text. */
const WITH_TEXT = /^(答复|措施|进展|催办|办结) G(\d+) (.+)$/su;
/** 新建 「渣土车」 #8 #16 */
const MAKES = /^新建 「([^」]*)」 (#[\d\s#]+)$/u;

/** The common problem that is spoken of in what is shown; undefined: in none. */
export function commonIn([doing, ...more]: readonly Doing[]): number | undefined {
  if (doing?.command !== "common" || more.length > 0) return undefined;
  const said = /^\p{Script=Han}+ G(\d+)(?:\s|$)/u.exec(doing.rest)?.[1];
  return said === undefined ? undefined : Number(said);
}

/** Whether what was said of common problems is about this one, or names none. */
export function isSteady(rest: string, id: number): boolean {
  if (/⟪(?!G?\d*⟫)/u.test(rest) || rest.startsWith("新建")) return false;
  const [named] = /(?<![a-z\d])g\s*#?\d{1,6}/iu.exec(rest.slice(0, WHERE_IT_IS_NAMED)) ?? [];
  return named === undefined || Number(/\d+/u.exec(named)?.[0]) === id;
}

const WHERE_IT_IS_NAMED = 12;

/** The same step with another text, which is shown before it goes anywhere. Null: it carries none. */
export function withTextAnew(doing: Doing, text: string): Step | null {
  const [, deed, id, before = ""] = doing.command === "common" ? (WITH_TEXT.exec(doing.rest) ?? []) : [];
  if (deed === undefined || text === "") return null;
  // Who was left out of the first text is left out of the other.
  const except = [...new Set([...exceptedIn(before).except, ...exceptedIn(text).except])];
  return again(doing, `${deed} G${id} ${withExcepted({ text: exceptedIn(text).text, except })}`);
}

/** An answer shows itself with whom it reaches; the rest is shown as any other. */
function again({ command, word }: Doing, rest: string): Step {
  const doing = { command, word, number: null, rest };
  return { kind: rest.startsWith("答复") ? "do" : "offer", doing };
}

/** Null: it is a yes, a no, or about something else. */
export function commonShownAnew([doing, ...more]: readonly Doing[], text: string): Step | null {
  if (doing?.command !== "common" || more.length > 0) return null;
  const plain = plainOf(text);
  const instead = PUT_IN_ITS_PLACE.exec(plain) ?? INSTEAD.exec(plain);
  if (instead !== null) return withTextAnew(doing, text.slice(instead[0].length).trim());
  const [, deed, id, before = ""] = WITH_TEXT.exec(doing.rest) ?? [];
  const { except } = exceptedIn(text);
  if (deed === "答复" && except.length > 0) {
    const shown = exceptedIn(before);
    const all = [...new Set([...shown.except, ...except])];
    return again(doing, `${deed} G${id} ${withExcepted({ text: shown.text, except: all })}`);
  }
  return madeOfOthers(doing, plain);
}

const ONLY_NUMBERS =
  /^(?:[\s\d#,，、。.!！]|号|件|就|只|把|是|要|有|还|加|算|上|和|与|跟|及|都|也|全|进去|进来|纳入|建|立|吧|了|这|那|几|个|家|的|不|别|去掉|除|剔|拿掉|删掉|对|好)+$/u;
const LEAVES_OUT = /不|别|去掉|除|剔|拿掉|删/u;
const ADDS = /加|算|还|也|纳入/u;

/** 8,15,16都算上, 去掉16, 叫工地扬尘: which issues it is made of, and what it is called. */
function madeOfOthers(doing: Doing, plain: string): Step | null {
  const [, title = "", members = ""] = MAKES.exec(doing.rest) ?? [];
  if (members === "") return null;
  const ids = figuresIn(members);
  const anew = (kind: "do" | "offer", name: string, numbers: readonly number[]): Step => {
    const rest = `新建 「${name}」 ${numbers.map((one) => `#${one}`).join(" ")}`;
    return { kind, doing: { command: doing.command, word: doing.word, number: null, rest } };
  };
  const called =
    /^(?:名字|标题|就|改|那|还是)*叫(?:做|作)?\s*[「“"]?([^,，。「」“”"]{2,30}?)[」”"]?(?:吧|好了)?[\s。.!]*$/u.exec(
      plain,
    )?.[1];
  if (called !== undefined) return anew("offer", called, ids);
  const numbers = [...new Set([...plain.matchAll(/\d{1,6}/gu)].map(([one]) => Number(one)))];
  if (numbers.length === 0 || !ONLY_NUMBERS.test(plain)) return null;
  if (LEAVES_OUT.test(plain)) {
    const left = ids.filter((id) => !numbers.includes(id));
    return left.length === 0 ? null : anew("offer", title, left);
  }
  const all = ADDS.test(plain) ? [...new Set([...ids, ...numbers])] : numbers;
  return anew("do", title, all);
}
