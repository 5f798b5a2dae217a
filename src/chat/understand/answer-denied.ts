import { plainOf } from "../../domain/plain.ts";
import { doing, steps } from "./make.ts";
import type { Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { candidatesFor, describedIn, isOwn } from "./sight.ts";
import type { InSight } from "./situation.ts";
import { deniedOf, undoneIn, wishedAnew } from "./zh-cn-answer-denied.ts";
import { BEGINS_ANOTHER } from "./zh-cn-continues.ts";
import { hasMatterOfItsOwn } from "./zh-cn-own-matter.ts";
import { lettersShared } from "./zh-cn-titles.ts";

/** 还没亮啊 你们换的哪里, while an answer waits to be confirmed: that it is not solved, and nothing new. One word makes it a matter of its own. */

export function answerDenied(reading: Reading): Understood | null {
  const { plain, situation, text } = reading;
  if ([...plain].length > LONGEST || BEGINS_ANOTHER.test(plain) || wishedAnew(plain) !== null) return null;
  const answered = candidatesFor("unsolved", situation.issues).filter(isOwn);
  const meant = answered.length === 0 ? [] : meantOf(answered, reading);
  const [only, ...more] = meant;
  if (only === undefined) return null;
  const said = { ...doing("unsolved", reading, only.number, text.trim()), matter: text.trim() };
  if (more.length === 0) return steps("answer-denied", { kind: "offer", doing: said });
  const among = meant.map(({ number }) => number);
  return steps("answer-denied", { kind: "which", doing: { ...said, number: null }, among });
}

/** What is longer tells a story of its own. */
const LONGEST = 30;

/** Those of which it may be said: by the words of the answer or of the matter, else all, where it has no matter of its own. */
function meantOf(answered: readonly InSight[], reading: Reading): readonly InSight[] {
  const { plain, situation, hasMatter } = reading;
  const undone = undoneIn(plain);
  const denied = deniedOf(plain);
  if (denied === null && undone.length === 0) return [];
  // 还没亮, of a lamp that is worked on: none that was answered.
  const described = describedIn(plain, situation.issues.filter(isOwn));
  if (described.length > 0) return described.filter((one) => answered.includes(one));
  const saidSo = answered.filter((one) => undone.some((deed) => plainOf(one.answer ?? "").includes(deed)));
  if (saidSo.length > 0) return saidSo;
  if (denied === null) return [];
  const shared = answered.filter((one) => lettersShared(denied, plainOf(`${one.title} ${one.answer ?? ""}`)) > 0);
  if (shared.length > 0) return shared;
  return denied !== "" || hasMatter || hasMatterOfItsOwn(plain) ? [] : answered;
}
