import type { Example } from "../../domain/routing/model.ts";

/** Above this share of common pieces one message is written from the other. */
const NEAR = 0.5;
const PIECE = 3;

/** The examples of which none of the others is a near repeat, so that nobody is asked what he has read. */
export function withoutNear(examples: readonly Example[], others: readonly Example[]): readonly Example[] {
  const pieces = others.map(({ text }) => piecesOf(text));
  const having = new Map<string, number[]>();
  for (const [index, own] of pieces.entries())
    for (const piece of own) having.set(piece, [...(having.get(piece) ?? []), index]);
  return examples.filter(({ text }) => {
    const own = piecesOf(text);
    const common = new Map<number, number>();
    for (const piece of own)
      for (const index of having.get(piece) ?? []) common.set(index, (common.get(index) ?? 0) + 1);
    return ![...common].some(([index, count]) => count / (own.size + (pieces[index]?.size ?? 0) - count) > NEAR);
  });
}

function piecesOf(text: string): ReadonlySet<string> {
  const letters = [...text.replace(/\s/gu, "")];
  return new Set(letters.map((_, start) => letters.slice(start, start + PIECE).join("")).slice(0, 1 - PIECE));
}
