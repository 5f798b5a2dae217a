import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Environment, readConfig } from "../../config.ts";
import { inLanguage, type Language, type OperatorWords } from "../../messages/operator-words.ts";
import { NO_WORDS, YES_WORDS } from "../../messages/zh-cn/connect.ts";
import type { HttpClient } from "../../platforms/http-client.ts";
import type { Clock } from "../../shared/clock.ts";
import { changed, codeOf, type EnvChange, readEnvText, valuesIn, writeEnvText } from "./env-file.ts";
import type { Keyboard } from "./keyboard.ts";

/** What both platforms' steps share: questions that are asked until they are answered, and what is done with the answers. */

export interface Wizard {
  readonly keyboard: Keyboard;
  readonly say: (line: string) => void;
  readonly words: OperatorWords;
  readonly language: Language;
  /** The environment over the `.env` file. */
  readonly env: Environment;
  /** Holds `.env`, and the org file. */
  readonly folder: string;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly scan: { readonly everyMs: number; readonly forMs: number };
}

/** Whoever was asked has ended it: nothing is written. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** Asks until the answer is good. `judge` gives null, or what is wrong with it as a sentence. Throws Stopped at the end of the input. */
async function ask(
  { keyboard, say }: Wizard,
  question: string,
  judge: (answer: string) => string | null,
  how?: { readonly secret: boolean },
): Promise<string> {
  for (;;) {
    const answer = await keyboard.ask(question, how);
    if (answer === null) throw new Stopped();
    const wrong = judge(answer);
    if (wrong === null) return answer;
    say(wrong);
  }
}

/** Nothing typed means `preset`. */
export async function agree(wizard: Wizard, question: string, preset: boolean): Promise<boolean> {
  const { words } = wizard;
  const known = (answer: string) => answer === "" || YES_WORDS.has(answer) || NO_WORDS.has(answer);
  const answer = await ask(wizard, words.yesOrNo(question, preset), (typed) =>
    known(typed.toLowerCase()) ? null : words.sayYesOrNo,
  );
  return answer === "" ? preset : YES_WORDS.has(answer.toLowerCase());
}

/** Asks for the value of one name of the environment, which the configuration judges. */
export function askFor(wizard: Wizard, name: string, question: string, secret = false): Promise<string> {
  return ask(wizard, question, (value) => wrongIn(wizard, name, value), { secret });
}

/** What the configuration says of this value alone; null when it is right. */
function wrongIn({ words, language }: Wizard, name: string, value: string): string | null {
  const read = readConfig({ [name]: value });
  const found = "said" in read ? read.said.find(({ text }) => text.startsWith(`${name}: `)) : undefined;
  return found === undefined ? null : words.notRight(inLanguage(found, language));
}

const MOST_NAME = 64;

/** The name that people mention. Written only where it is another one than the program takes by itself. */
export async function askName(wizard: Wizard, name: string, preset: string): Promise<Readonly<Record<string, string>>> {
  const { words } = wizard;
  const isName = (answer: string) => [...answer].length <= MOST_NAME && !/\p{Cc}/u.test(answer);
  const given = await ask(wizard, words.askBotName(preset), (answer) => (isName(answer) ? null : words.badBotName));
  return given === "" || given === preset ? {} : { [name]: given };
}

/** An org.yaml that is there is offered; else it is said how to make one. */
export async function askOrgFile(wizard: Wizard): Promise<Readonly<Record<string, string>>> {
  const { env, folder, words, say } = wizard;
  if (env["ORG_FILE"] !== undefined) return {};
  if (!existsSync(join(folder, "org.yaml"))) {
    words.orgFileMissing.forEach(say);
    return {};
  }
  return (await agree(wizard, words.useOrgFile, true)) ? { ORG_FILE: "./org.yaml" } : {};
}

/** Asks before names that are set lose what they hold. Throws Stopped when the answer is no. */
export async function mayReplace(wizard: Wizard, names: readonly string[]): Promise<void> {
  const present = names.filter((name) => (wizard.env[name] ?? "") !== "");
  if (present.length === 0) return;
  if (!(await agree(wizard, wizard.words.replaceSet(present.join(", ")), false))) throw new Stopped();
}

/** Names that the environment itself sets: what is written to `.env` has no effect for them. */
export function setOutside({ env, folder }: Wizard, names: readonly string[]): readonly string[] {
  const inFile = valuesIn(readEnvText(join(folder, ".env")));
  return names.filter((name) => env[name] !== undefined && env[name] !== inFile[name]);
}

/** Writes the change, if there is any, and tells the names. False when it cannot be written, which is said. */
export function write({ folder, words, say }: Wizard, change: EnvChange): boolean {
  const path = join(folder, ".env");
  const before = readEnvText(path);
  const after = changed(before, change);
  if (after === before) {
    say(words.nothingToWrite(".env"));
    return true;
  }
  try {
    writeEnvText(path, after);
  } catch (error) {
    say(words.envUnwritable(".env", codeOf(error)));
    return false;
  }
  say(words.written(".env", [...Object.keys(change.set), ...change.drop.map((name) => `#${name}`)].join(", ")));
  return true;
}
