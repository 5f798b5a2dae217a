import { type Directory, normaliseName } from "./directory.ts";
import type { Person, PlatformName } from "./org.ts";
import { AROUND_A_NAME } from "./zh-cn-claim.ts";

/** Who somebody says he is, held against the people of the org file. */

/** `phone` agrees with the org file's for sure; the others make it likely. */
export type Evidence = "phone" | "unit" | "nickname";

export interface Claim {
  readonly person: Person;
  readonly evidence: readonly Evidence[];
  /** As it was given; null when none was. */
  readonly phone: string | null;
}

/** A telephone number between words, in groups or in one piece. */
const PHONE = /(?<![\dA-Za-z])(?:\+?86[ -]?)?\d(?:[ -]?\d){4,14}(?![\dA-Za-z])/u;

/**
 * Reads 王建国 13800001111, 供电公司的王建国, 王建国: somebody of the org file by name, with or without telephone and unit, in any
 * order. Null: that is no such name, or it is a part of something else.
 */
export function claimIn(text: string, directory: Directory): Claim | null {
  const plain = text.normalize("NFKC");
  const phone = PHONE.exec(plain)?.[0] ?? null;
  const said = normaliseName(phone === null ? plain : plain.replace(phone, " "));
  const person = personIn(said, directory);
  if (person === null) return null;
  const before = said.replace(normaliseName(person.name), " ");
  const unit = unitNames(person, directory).find((name) => before.includes(name));
  const rest = (unit === undefined ? before : before.replace(unit, " ")).replace(AROUND_A_NAME, " ").trim();
  const agrees = isSamePhone(phone, person);
  // Who gives the right number says who he is; else the name must be all that is said: a company may be called like somebody.
  if (rest !== "" && !agrees) return null;
  return {
    person,
    phone,
    evidence: [...(agrees ? (["phone"] as const) : []), ...(unit === undefined ? [] : (["unit"] as const))],
  };
}

/** The claim with what the platform says of the sender's name. */
export function withNickname(claim: Claim, nickname: string): Claim {
  const shown = normaliseName(nickname).replace(/[(（].*$/u, "");
  return shown === normaliseName(claim.person.name) ? { ...claim, evidence: [...claim.evidence, "nickname"] } : claim;
}

/** Whether the coordinator may be asked about it: a name alone is anybody's. */
export function isFounded({ evidence }: Pick<Claim, "evidence">): boolean {
  return evidence.length > 0;
}

/** Whether the org file has no account of this person there, so that one can be recognised. */
export function lacksAccount(person: Person, platform: PlatformName): boolean {
  return person[platform] === undefined;
}

/** The longest name that stands in a text; null where there is none, or two people are named. */
function personIn(said: string, { org }: Directory): Person | null {
  const found = org.people.filter((one) => said.includes(normaliseName(one.name)));
  const longest = found.toSorted((one, other) => other.name.length - one.name.length)[0];
  if (longest === undefined) return null;
  const without = said.replace(normaliseName(longest.name), " ");
  return found.some((one) => one !== longest && without.includes(normaliseName(one.name))) ? null : longest;
}

/** The names of somebody's unit, the longest first. */
function unitNames({ enterprise, department }: Person, directory: Directory): readonly string[] {
  const unit = directory.company(enterprise ?? "") ?? directory.department(department ?? "");
  if (unit === undefined) return [];
  return [unit.name, ...unit.aliases].map(normaliseName).toSorted((one, other) => other.length - one.length);
}

/** Whether a telephone number is the one that the org file has of somebody. */
export function isSamePhone(phone: string | null, person: Pick<Person, "phone">): boolean {
  return phone !== null && person.phone !== undefined && phoneDigits(phone) === phoneDigits(person.phone);
}

/** 0746-888 0001 and 07468880001 are one number; so are +86 138… and 138…. */
export function phoneDigits(phone: string): string {
  return phone
    .normalize("NFKC")
    .replace(/\D/gu, "")
    .replace(/^(?:00)?86(?=1\d{10}$)/u, "");
}

/** A telephone number of the org file for the record: 138****5678, of a short one the last two digits. */
export function maskedPhone(phone: string): string {
  const digits = phone.replace(/\D/gu, "");
  return digits.length < 11 ? `****${digits.slice(-2)}` : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
