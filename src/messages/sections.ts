import type { Block, Card } from "./card.ts";

/** What the digests share: a frame, and lists under a heading with their count. */

export interface Frame {
  readonly late: boolean;
  /** The park's own last line. */
  readonly note: string | null;
}

export function late({ late: isLate }: Pick<Frame, "late">): Block[] {
  return isLate ? [{ kind: "text", text: "（服务曾中断，本期补发）" }] : [];
}

export function framed(frame: Frame, title: string, blocks: readonly Block[], hint: string): Card {
  return {
    blocks: [{ kind: "title", text: title }, ...late(frame), ...blocks, { kind: "hint", text: frame.note ?? hint }],
  };
}

/** A heading with the count and a line for each; nothing at all for an empty list. */
export function section<T>(head: string, list: readonly T[], line: (one: T) => string): Block[] {
  if (list.length === 0) return [];
  return [
    { kind: "text", text: `${head}（${list.length}）` },
    { kind: "list", items: list.map(line) },
  ];
}
