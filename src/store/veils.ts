import { createHash, randomBytes } from "node:crypto";
import { FORGOTTEN } from "../domain/zh-cn-forgotten.ts";

/**
 * What people are called and what they wrote can be forgotten, and the record has to verify all the same. So a digest is not made
 * of these words but of a hash of each with a salt of its own. When the words go, the salt goes with them, and the hash stays:
 * it tells nobody anything, since without the salt not even who guesses the words can compare.
 */

/** By where it stands (`data/row/text`): `s` and the salt of what is there, or `h` and the hash of what was there. */
export type Veils = Readonly<Record<string, string>>;

const SALT = "s";
const HASH = "h";
const SALT_BYTES = 12;

/** Under these names stands whom it is about and what somebody wrote; elsewhere stand codes, moments and numbers. */
const PERSONAL: ReadonlySet<string> = new Set([
  "text",
  "title",
  "name",
  "userId",
  "actor",
  "handler",
  "answeredBy",
  "measure",
  "publicAnswer",
  "progress",
  "answer",
  "reason",
  "person",
]);

/** Calls for each string in it, with where it stands; gives the same with what that returns in its place. */
function mapStrings(value: unknown, change: (text: string, path: string) => unknown, path = ""): unknown {
  if (typeof value === "string") return change(value, path);
  if (value instanceof Date || typeof value !== "object" || value === null) return value;
  const below = (key: string | number) => (path === "" ? String(key) : `${path}/${key}`);
  if (Array.isArray(value)) return value.map((one, index) => mapStrings(one, change, below(index)));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapStrings(one, change, below(key))]));
}

/** The same with every text in it changed. */
export function withTexts<Value>(value: Value, change: (text: string, path: string) => string): Value {
  return mapStrings(value, change) as Value;
}

/** Whether what stands there may have to be forgotten. */
export function isPersonal(path: string): boolean {
  return PERSONAL.has(path.slice(path.lastIndexOf("/") + 1));
}

/** A salt for each thing in it that may have to be forgotten. Null: there is none. */
export function veilsFor(said: unknown): Veils | null {
  const veils: Record<string, string> = {};
  mapStrings(said, (text, path) => {
    if (isPersonal(path)) veils[path] = SALT + randomBytes(SALT_BYTES).toString("base64url");
    return text;
  });
  return Object.keys(veils).length === 0 ? null : veils;
}

/** What a digest is made of: a hash stands for what is under a veil. A veil over nothing stands there, too. */
export function veiled(said: unknown, veils: Veils | null): unknown {
  if (veils === null) return said;
  const found = new Set<string>();
  const covered = mapStrings(said, (text, path) => {
    const veil = veils[path];
    if (veil === undefined) return text;
    found.add(path);
    return { veiled: hashUnder(veil, text) };
  });
  const bare = Object.keys(veils).filter((path) => !found.has(path));
  return bare.length === 0 ? covered : { covered, bare };
}

function hashUnder(veil: string, text: string): string {
  if (veil.startsWith(HASH)) return veil.slice(HASH.length);
  return createHash("sha256")
    .update(`${veil.slice(SALT.length)}\n${text}`)
    .digest("hex");
}

/** The veils after these words have changed: of what changed the hash stays, and the salt is gone. */
export function veilsAfter(veils: Veils, before: unknown, after: unknown): Veils {
  const texts = new Map<string, string>();
  mapStrings(after, (text, path) => texts.set(path, text) && text);
  const changed: Record<string, string> = { ...veils };
  mapStrings(before, (text, path) => {
    const veil = veils[path];
    if (veil !== undefined && texts.get(path) !== text) changed[path] = HASH + hashUnder(veil, text);
    return text;
  });
  return changed;
}

/** What stands in place of what was forgotten: all of it is, or the middle of a number. */
const COVERS = [FORGOTTEN, "****"] as const;

/** Whether wherever something was forgotten it is seen that it was: no other words stand there. */
export function areCovered(said: unknown, veils: Veils | null): boolean {
  const forgotten = new Set(forgottenPaths(veils));
  let isCovered = true;
  mapStrings(said, (text, path) => {
    if (forgotten.has(path) && !COVERS.some((cover) => text.includes(cover))) isCovered = false;
    return text;
  });
  return isCovered;
}

/** Where something stood that was forgotten. */
export function forgottenPaths(veils: Veils | null): readonly string[] {
  return Object.entries(veils ?? {}).flatMap(([path, veil]) => (veil.startsWith(HASH) ? [path] : []));
}
