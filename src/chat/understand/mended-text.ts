import { plainOf } from "../../domain/plain.ts";
import type { Doing } from "./outcome.ts";
import { correctionIn } from "./zh-cn-corrections.ts";
import { isPointer, meantInstead, namesAnother, tellsHowItIs } from "./zh-cn-mended-text.ts";
import { hasMatterOfItsOwn } from "./zh-cn-own-matter.ts";

/** 是三楼，不是二楼, 是这样的 是昨天下午的事: what puts right the text of a new issue that is shown is no yes to it as it stands. */

/** The same with its text put right; null: nothing is put right, or several are shown. */
export function mendedText([doing, ...more]: readonly Doing[], text: string): Doing | null {
  if (doing === undefined || doing.rest === "" || more.length > 0) return null;
  const plain = plainOf(text);
  const said = tellsHowItIs(plain);
  if (said !== null) return withLine(doing, text.slice(said).trim());
  const meant = meantInstead(plain);
  if (meant !== null) {
    const instead = text.slice(meant).trim();
    return hasMatterOfItsOwn(plainOf(instead)) ? { ...doing, rest: instead } : withLine(doing, instead);
  }
  const wrong = correctionIn(plain);
  if (wrong === null || wrong.not === "" || wrong.but === "" || [wrong.not, wrong.but].some(namesAnother)) return null;
  const at = isPointer(wrong.not) ? -1 : plainOf(doing.rest).indexOf(wrong.not);
  if (at < 0) return withLine(doing, text.trim());
  return { ...doing, rest: doing.rest.slice(0, at) + wrong.but + doing.rest.slice(at + wrong.not.length) };
}

function withLine(doing: Doing, line: string): Doing {
  return { ...doing, rest: `${doing.rest}\n${line}` };
}
