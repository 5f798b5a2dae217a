import type { Block } from "../messages/card.ts";
import { type Reply, SILENCE } from "./conversation.ts";
import type { Question } from "./understand/outcome.ts";

/** Several replies as one: what is said of each in its order; what is said in general, before any title, once. */
export function joined(replies: readonly Reply[]): Reply {
  const [first, ...more] = replies.filter(
    (one) => one.card !== null || one.aside !== undefined || one.asks !== undefined,
  );
  if (first === undefined) return SILENCE;
  if (more.length === 0) return first;
  const all = [first, ...more];
  const issues = new Set(all.flatMap((one) => one.issueId ?? []));
  const [only] = issues;
  const asks = askedIn(all);
  return {
    card: { blocks: distinct(all.map((one) => one.card?.blocks ?? [])) },
    // Of several issues none is the one that a quotation of this reply means.
    issueId: issues.size === 1 ? (only ?? null) : null,
    aside: all.flatMap((one) => one.aside ?? []),
    ...(asks !== undefined && { asks }),
  };
}

/** One thing is asked; what can be done by a word of its own, of each. */
function askedIn(replies: readonly Reply[]): Question | undefined {
  const all = replies.flatMap(({ asks }) => asks ?? []);
  const firm = all.findLast(({ ask }) => ask !== "ways");
  const ways = all.flatMap((one) => (one.ask === "ways" ? one.ways : []));
  const last = all.findLast((one) => one.ask === "ways" && one.common !== undefined);
  if (firm !== undefined || (ways.length === 0 && last === undefined)) return firm;
  const did = all.flatMap((one) => (one.ask === "ways" ? (one.did ?? []) : [])).join("\n");
  return { ...last, ask: "ways", ways, ...(did !== "" && { did }) };
}

function distinct(cards: readonly (readonly Block[])[]): readonly Block[] {
  const said = new Set<string>();
  return cards.flatMap((blocks) => {
    const title = blocks.findIndex((block) => block.kind === "title");
    return blocks.filter((block, place) => {
      // What stands behind a title is of that issue, and would be missed there.
      if (block.kind !== "text" || (title >= 0 && place > title)) return true;
      const fresh = !said.has(block.text);
      said.add(block.text);
      return fresh;
    });
  });
}
