import type { Block } from "./card.ts";
import {
  digestText,
  FINGERPRINT,
  HOW_TO_VERIFY,
  keyText,
  NO_FINGERPRINT,
  type Shown,
  upTo,
} from "./zh-cn/fingerprint.ts";

/** The fingerprint of a month's record in a message: what people compare, and the one line that the audit reads. */
export function fingerprintBlocks(text: string | null, shown: Shown | null, timeZone: string): readonly Block[] {
  if (text === null || shown === null) return [{ kind: "hint", text: NO_FINGERPRINT }];
  return [
    { kind: "text", text: `${FINGERPRINT}：${upTo(shown, timeZone)}` },
    { kind: "text", text: `${digestText(shown)}\n${keyText(shown)}` },
    { kind: "hint", text: HOW_TO_VERIFY },
    { kind: "text", text },
  ];
}
