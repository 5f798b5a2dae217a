import type { KeyObject } from "node:crypto";
import { fingerprintIn, type SignedFingerprint, standing } from "../../issues/fingerprint.ts";
import type { ToldTerminal } from "../terminal.ts";
import { readSmall } from "./read-small.ts";

/**
 * The fingerprint that was given, as the line itself or as a file that holds it, signed with this key where one is given. An exit
 * code: it is none, which is said.
 */
export async function readGivenFingerprint(
  terminal: ToldTerminal,
  given: string,
  key: KeyObject | null,
): Promise<SignedFingerprint | number> {
  const { complain, sentences } = terminal;
  const isLine = given.startsWith(LINE);
  const text = isLine ? given : await readSmall(terminal, given);
  if (text === null) return 2;
  const fingerprint = fingerprintIn(text);
  if (fingerprint === null) {
    complain(sentences.noFingerprintIn(isLine ? null : given));
    return 2;
  }
  const how = key === null ? "sound" : standing(fingerprint, key);
  if (how === "sound") return fingerprint;
  complain(how === "changed" ? sentences.fingerprintChanged() : sentences.fingerprintOtherKey(fingerprint.key));
  return 1;
}

const LINE = "chaxu-fingerprint-";
