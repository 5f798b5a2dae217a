import type { Block, Field } from "./card.ts";

/**
 * The blocks without a field of several lines, of which each but the first could pass for a line of the bot's: only people
 * write such, so it becomes a quotation under its label.
 */
export function withoutLooseLines(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    return block.kind === "fields" ? block.fields.flatMap((_, index) => partOf(block.fields, index)) : [block];
  });
}

/** The block that begins with this field: a quotation, or the fields up to the next quotation; else nothing. */
function partOf(fields: readonly Field[], index: number): readonly Block[] {
  const field = fields[index];
  if (field === undefined) return [];
  if (hasLines(field)) return [{ kind: "said", by: field.label, text: field.value }];
  const before = fields[index - 1];
  if (before !== undefined && !hasLines(before)) return [];
  const next = fields.findIndex((one, at) => at > index && hasLines(one));
  return [{ kind: "fields", fields: fields.slice(index, next < 0 ? undefined : next) }];
}

function hasLines({ value }: Field): boolean {
  return /[\n\r\v\f\u0085\u2028\u2029]/.test(value.trim());
}
