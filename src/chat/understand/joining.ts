import { doing, mayBeNew, steps } from "./make.ts";
import type { Understood } from "./outcome.ts";
import { raised } from "./raised.ts";
import type { Reading } from "./reading.ts";
import { candidatesFor, describedIn, isOwn, ofItsKind, SURE_SCORE, toldIn } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { companiesMeant } from "./units.ts";
import { whoseIn } from "./whose.ts";
import { hasMatterOfItsOwn } from "./zh-cn-own-matter.ts";
import { clausesOf } from "./zh-cn-pieces.ts";
import { DENIES_THE_SAME, LIKE_ANOTHERS, LIKE_NO_OTHERS, PUTS_TOGETHER, SAME_HERE } from "./zh-cn-talk.ts";
import { lettersShared, withoutPlaces } from "./zh-cn-titles.ts";
import {
  IS_LIKE,
  IS_OURSELVES,
  IS_THE_SAME,
  LIKE_THEIRS,
  namesAMatterOfTheirs,
  POINTS_AT_THEIRS,
} from "./zh-cn-whose.ts";

/** 同感 in free words: which of the issues of others a company means that has the same. */

/** No longer than this it tells nothing of its own, which would be an issue. */
const SHORT = 14;

/** 我们这边也一直不稳: another company's issue of the same words; of several, or in few words, it is asked which. */
export function sameHere(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  if (LIKE_NO_OTHERS.test(plain)) return null;
  if (DENIES_THE_SAME.test(plain)) return steps("not-the-same", { kind: "silence" });
  const called = likeThoseOf(reading);
  if (called !== null) return called;
  if (LIKE_ANOTHERS.test(plain)) return likeAnothers(reading);
  if (!SAME_HERE.test(plain)) return asToldByAnother(reading);
  const unknown = ofStranger(reading);
  if (unknown !== null) return unknown;
  const isLong = [...plain].length > SHORT;
  const said = saidToBeTheSame(plain);
  const able = ofItsKind(plain, candidatesFor("join", situation.issues));
  const others = able.filter((one) => !isOwn(one));
  const described = describedIn(withoutPlaces(said), others, isLong && reading.hasMatter ? SURE_SCORE : undefined);
  const [only, ...more] = described;
  const own = described.length > 0 ? ownAsWell(said, described, situation) : ownOf(reading);
  if (only !== undefined && more.length === 0 && own.length === 0) {
    const join = doing("join", reading, only.number);
    return steps("same", { kind: "offer", doing: isLong ? { ...join, matter: reading.text.trim() } : join });
  }
  if (own.length === 1 && own[0] !== undefined)
    return steps("same", {
      kind: "offer",
      doing: mayBeNew(doing("supplement", reading, own[0].number, reading.text.trim())),
    });
  const among = described.length > 0 ? described : others;
  if (among.length === 0 || isLong || (described.length === 0 && reading.hasMatter)) return null;
  const numbers = likeliestFirst(plain, among).map(({ number }) => number);
  return steps("same", { kind: "which", doing: doing("join", reading, null), among: numbers });
}

/** 烧轮胎我们也呛: in words of his own, of the one issue of others that the rest of the sentence tells. */
function asToldByAnother(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  if (!LIKE_THEIRS.test(plain) || [...plain].length > STORY) return null;
  const others = candidatesFor("join", situation.issues).filter((one) => !isOwn(one));
  const [only, ...more] = describedIn(withoutPlaces(plain), others, SURE_SCORE);
  if (only === undefined || more.length > 0 || ownOf(reading).length > 0) return null;
  return steps("same", {
    kind: "offer",
    doing: { ...doing("join", reading, only.number), matter: reading.text.trim() },
  });
}

/** 16号也一样, where none of that number may be seen here: it is said so, and no other is listed. */
function ofStranger(reading: Reading): Understood | null {
  const { plain, strangers, referred } = reading;
  const [first] = strangers;
  if (first === undefined || referred.length > 0 || plain.slice(0, first.start).trim() !== "") return null;
  return steps("same", { kind: "decline", doing: doing("join", reading, first.number) });
}

/** 罗总那个我们也是, 晓燕那个5G的我们也有: of whoever is called so, by the words that tell which; a colleague's is the own company's. */
function likeThoseOf(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  const codes = calledBefore(plain, situation);
  if (codes.size === 0 || !LIKE_THEIRS.test(plain)) return null;
  const isMine = situation.who.enterprise != null && codes.has(situation.who.enterprise);
  const command = isMine ? "supplement" : "join";
  const theirs = candidatesFor(command, situation.issues).filter((one) =>
    isMine ? isOwn(one) : !isOwn(one) && one.company != null && codes.has(one.company),
  );
  const matter = withoutPlaces(whoseIn(plain, situation).matter);
  const told = [describedIn, toldIn].map((find) => find(matter, theirs)).find((found) => found.length > 0);
  const isLong = [...plain].length > SHORT;
  // What nobody of them has raised, told at length, is a matter of its own.
  const isSaid = SAME_HERE.test(plain) || isLikeTheirs(plain, situation);
  if (theirs.length === 0 || (told === undefined && isLong && !isSaid)) return null;
  const among = told ?? theirs;
  const [only, ...more] = among;
  const tellsOther = told === undefined && namesAMatterOfTheirs(behindTheirNames(plain, situation));
  if (only === undefined || more.length > 0 || tellsOther)
    return steps("same", {
      kind: "which",
      doing: doing(command, reading, null),
      among: among.map((one) => one.number),
    });
  const text = reading.text.trim();
  if (isMine) return steps("same", { kind: "offer", doing: mayBeNew(doing(command, reading, only.number, text)) });
  const join = doing(command, reading, only.number);
  return steps("same", { kind: "offer", doing: isLong ? { ...join, matter: text } : join });
}

/** The companies whose issue is pointed at by their names or people: 罗总那个, 晓燕报的. */
function calledBefore(plain: string, { park }: Situation): ReadonlySet<string> {
  const pointed = companiesMeant(plain, park).filter(
    (one) =>
      (POINTS_AT_THEIRS.test(plain.slice(one.end)) || saysTheSame(plain, one)) &&
      !IS_OURSELVES.test(plain.slice(0, one.start)),
  );
  return new Set(pointed.map(({ found }) => found.code));
}

/** 跟潇湘一样, 跟何静家的是一个事. */
function isLikeTheirs(plain: string, { park }: Situation): boolean {
  return companiesMeant(plain, park).some((one) => saysTheSame(plain, one));
}

function saysTheSame(plain: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return IS_LIKE.test(plain.slice(0, start)) && IS_THE_SAME.test(plain.slice(end));
}

function behindTheirNames(plain: string, { park }: Situation): string {
  return plain.slice(companiesMeant(plain, park)[0]?.end ?? 0);
}

/**
 * 跟凌云那个一样的，算一起吧: of those of others that may be seen here, by what else is said of it; none is told of that may not, and
 * the own one is not what is meant.
 */
function likeAnothers(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  const others = candidatesFor("join", situation.issues).filter((one) => !isOwn(one));
  const described = describedIn(withoutPlaces(plain), others);
  const [only, ...more] = described.length > 0 ? described : others;
  const isOfNone = described.length === 0 && reading.hasMatter;
  if (only !== undefined && more.length === 0 && !isOfNone) {
    const join = doing("join", reading, only.number);
    const isLong = [...plain].length > SHORT;
    return steps("same", { kind: "offer", doing: isLong ? { ...join, matter: reading.text.trim() } : join });
  }
  const among = likeliestFirst(plain, described.length > 0 ? described : others).map(({ number }) => number);
  if (among.length > 0 && !isOfNone)
    return steps("same", { kind: "which", doing: doing("join", reading, null), among });
  // As if there were none: what he tells of his own is raised, and else that is asked for.
  if (tellsOwn(plain)) return steps("like-none", ...raised(reading));
  return steps("like-none", { kind: "need", doing: doing("submit", reading, null), what: "text" });
}

/** 跟凌云那个一样，我们招工也难: a matter, beside whose it is like. */
function tellsOwn(plain: string): boolean {
  const beside = plain.replace(LIKE_ANOTHERS, " ").replace(PUTS_TOGETHER, "");
  return hasMatterOfItsOwn(beside) || beside.replace(/[^\p{L}\d]/gu, "").length >= SHORTEST_OF_ITS_OWN;
}

const SHORTEST_OF_ITS_OWN = 8;

/** Of a story the clause alone that says so: 我们也想请交警来 speaks of no lamp that stands before it. */
function saidToBeTheSame(plain: string): string {
  if ([...plain].length <= STORY) return plain;
  return clausesOf(plain)
    .filter((one) => SAME_HERE.test(one))
    .join(" ");
}

const STORY = 30;

/** 路上那个坑我们也是, where the own company has raised it in more of these words: then it is more of that. */
function ownAsWell(said: string, described: readonly InSight[], { issues }: Situation): readonly InSight[] {
  const own = ofItsKind(said, candidatesFor("supplement", issues).filter(isOwn));
  const best = describedIn(withoutPlaces(said), [...own, ...described]);
  return best.every((one) => own.includes(one)) ? best : [];
}

/** 社保退费我们也有: what a colleague has raised. */
function ownOf({ plain, situation }: Reading): readonly InSight[] {
  return describedIn(plain, candidatesFor("supplement", situation.issues).filter(isOwn), SURE_SCORE);
}

/** Those that share the most with what was said, and of them the newest. */
function likeliestFirst(plain: string, among: readonly InSight[]): readonly InSight[] {
  const shared = new Map(among.map((one) => [one, lettersShared(plain, one.title)]));
  return among.toSorted((one, other) => (shared.get(other) ?? 0) - (shared.get(one) ?? 0) || other.number - one.number);
}
