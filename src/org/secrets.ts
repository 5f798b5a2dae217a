import { isMap, isScalar, parseDocument, type YAMLMap } from "yaml";
import { YAML_OPTIONS } from "./document.ts";
import { sequenceIn } from "./edit.ts";

/** The org file as it may be given away: what is a secret in the file itself becomes a name for it. */

const SECRET_FIELDS = ["webhook", "secret"] as const;

export interface Exported {
  readonly text: string;
  /** Names that stand for what was left out: their values belong into the environment. */
  readonly names: readonly string[];
}

/** Whether a value only names its secret: `${NAME}`, or an address whose last part does. */
export function namesItsSecret(written: string): boolean {
  return /^(?:[^=]*=)?\$\{[^}]+\}$/u.test(written);
}

/** Of a chat `qiye`: QIYE_WEBHOOK. */
function nameFor(code: string, field: (typeof SECRET_FIELDS)[number]): string {
  return `${code.toUpperCase().replaceAll("-", "_")}_${field.toUpperCase()}`;
}

const WITH_KEY = /\b(key|access_token)=(?!\$\{)[^\s"'&]+/gu;

/** The text without secrets; comments keep no key of an address either. The text is one that `loadOrg` takes. */
export function withoutSecrets(text: string): Exported {
  const document = parseDocument(text, YAML_OPTIONS);
  const names: string[] = [];
  const values: string[] = [];
  for (const { chat, code } of chatsIn(document)) {
    for (const field of SECRET_FIELDS) {
      const written = chat.get(field);
      if (typeof written !== "string" || namesItsSecret(written)) continue;
      const name = nameFor(code, field);
      names.push(name);
      values.push(written);
      chat.set(field, `\${${name}}`);
    }
  }
  const bare = document.toString({ lineWidth: 0 });
  const clean = values.reduce((all, value) => all.replaceAll(value, "***"), bare).replace(WITH_KEY, "$1=***");
  return { text: clean, names };
}

/** Puts back what `withoutSecrets` left out, where `stored` has it and the environment does not. */
export function withSecretsOf(text: string, stored: string, env: Readonly<Record<string, string | undefined>>): string {
  const kept = new Map(chatsIn(parseDocument(stored, YAML_OPTIONS)).map(({ chat, code }) => [code, chat]));
  const document = parsed(text);
  if (document === null) return text;
  let isChanged = false;
  for (const { chat, code } of chatsIn(document)) {
    for (const field of SECRET_FIELDS) {
      const name = nameFor(code, field);
      const secret = kept.get(code)?.get(field);
      if (chat.get(field) !== `\${${name}}` || typeof secret !== "string" || (env[name] ?? "") !== "") continue;
      chat.set(field, secret);
      isChanged = true;
    }
  }
  return isChanged ? document.toString({ lineWidth: 0 }) : text;
}

/** Null: it is no org file, which the check says. */
function parsed(text: string): ReturnType<typeof parseDocument> | null {
  try {
    const document = parseDocument(text, YAML_OPTIONS);
    return document.errors.length > 0 ? null : document;
  } catch {
    // The parser is recursive: only a text that is nested thousands of levels deep gets here.
    return null;
  }
}

function chatsIn(document: ReturnType<typeof parseDocument>): readonly { chat: YAMLMap; code: string }[] {
  const items: readonly unknown[] = sequenceIn(document, "chats")?.items ?? [];
  return items.flatMap((chat) => {
    const code = isMap(chat) ? chat.get("code", true) : undefined;
    return isMap(chat) && isScalar(code) ? [{ chat, code: String(code.value) }] : [];
  });
}

const VARIABLE = /\$\{[^}]*\}/u;

/**
 * Texts that take something from the environment where that would be read by people, and that did not stand in the org before: who may
 * change the org on a page is not who may read the environment.
 */
export function newVariables(after: unknown, before: unknown): readonly string[] {
  const known = new Set(textsIn(before));
  return textsIn(after).filter((text) => VARIABLE.test(text) && !known.has(text));
}

function textsIn(value: unknown, field = ""): readonly string[] {
  if (typeof value === "string") return SECRET_FIELDS.some((one) => one === field) ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, Array.isArray(value) ? field : name));
}
