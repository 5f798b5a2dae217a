import { mattersAmong } from "../../domain/common/matters.ts";
import type { Raised } from "../../domain/common/raised.ts";
import { aucOf } from "../../domain/routing/figures.ts";
import type { Example } from "../../domain/routing/model.ts";
import { Likeness, textOf } from "../../domain/routing/similar.ts";
import type { Similar } from "./read.ts";

/** How well messages about one matter are found, and told from those that only sound like them. */

export interface Alike {
  /** Of pairs about one common problem beside pairs of which one only sounds like it. */
  readonly auc: number;
  /** Which share of the pairs that stand in one group, as it is proposed for a common problem, belong to one; null: none is proposed. */
  readonly precisionOfGroups: number | null;
  readonly groups: number;
}

/** `others`: among which the messages are compared. */
export function measureLikeness(messages: readonly Similar[], others: readonly Example[]): Alike {
  const texts = messages.map(({ title, detail }) => textOf(`${title}\n${detail}`));
  const likeness = new Likeness([...others.map(({ text }) => textOf(text)), ...texts]);
  const [together, apart]: [number[], number[]] = [[], []];
  for (const [index, one] of messages.entries()) {
    for (const [more, other] of messages.slice(index + 1).entries()) {
      if (one.issue !== other.issue || !(one.member || other.member)) continue;
      const [own, its] = [texts[index], texts[index + 1 + more]];
      if (own !== undefined && its !== undefined)
        (one.member && other.member ? together : apart).push(likeness.between(own, its));
    }
  }
  const groups = proposedAmong(messages);
  const pairs = groups.flatMap((group) =>
    group.flatMap((a, index) => group.slice(index + 1).map((b) => isOne(messages[a], messages[b]))),
  );
  return {
    auc: aucOf(together, apart),
    groups: groups.length,
    precisionOfGroups: pairs.length === 0 ? null : pairs.filter(Boolean).length / pairs.length,
  };
}

/** By their places; each message is another company's, which raised it a while ago. */
function proposedAmong(messages: readonly Similar[]): readonly (readonly number[])[] {
  const raised = messages.map(({ title, detail }, place): Raised => {
    const issue = { id: place, text: `${title}\n${detail}`, topics: [], enterprise: String(place) };
    return { ...issue, confidential: false, isOpen: true, joined: [], common: null };
  });
  const finding = mattersAmong(raised, []);
  for (;;) {
    const { done, value } = finding.next();
    if (done === true) return value.map(({ issues }) => issues);
  }
}

function isOne(one: Similar | undefined, other: Similar | undefined): boolean {
  return one !== undefined && other !== undefined && one.issue === other.issue && one.member && other.member;
}
