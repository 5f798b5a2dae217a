import { sealCallback, type WecomKeys } from "../../src/sandbox/wecom-crypto.ts";
import type { Prepared } from "./load.ts";

/** What somebody says to the bot in a group, or alone with it, as WeCom sends it. */
export interface Said {
  /** Its message id and nonce are made of it. */
  readonly name: string;
  readonly userId: string;
  /** The platform's id; null: alone with the bot. */
  readonly group: string | null;
  readonly text: string;
}

export function nonceOf({ name }: Pick<Said, "name">): string {
  return `nonce-${name}`;
}

/** The callback, signed for this moment. */
export function callbackOf(keys: WecomKeys, said: Said, at: Date): Prepared {
  const { name, userId, group, text } = said;
  const where = group === null ? { chattype: "single" } : { chattype: "group", chatid: group };
  const content = JSON.stringify({
    msgid: `message-${name}`,
    aibotid: "aib",
    ...where,
    from: { userid: userId },
    msgtype: "text",
    text: { content: group === null ? text : `@茶叙 ${text}` },
  });
  const signed = { timestamp: Math.floor(at.getTime() / 1_000), nonce: nonceOf(said) };
  const { query, body } = sealCallback(keys, content, signed);
  return { path: `/callbacks/wecom/bot?${new URLSearchParams(query)}`, body };
}

/** So many lines of an org file. */
export function lines(count: number, line: (n: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index + 1)).join("\n");
}
