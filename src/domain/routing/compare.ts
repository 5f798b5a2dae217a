import type { Routing, RoutingSuggestion } from "../issue/routing.ts";

/** What routing would do, held against what was decided. */

/** What it would do with one text. */
export interface Proposal {
  /** It dispatches by itself; else the coordinator chooses. */
  readonly isSure: boolean;
  /** The best first; the only one where it is sure. */
  readonly choices: readonly RoutingSuggestion[];
}

export function proposalOf(routing: Routing): Proposal {
  return routing.kind === "sure"
    ? { isSure: true, choices: [routing] }
    : { isSure: false, choices: routing.suggestions };
}

/** Where the unit that was decided stands in a proposal. */
export type Hit = "first" | "among" | "wrong";

/** `decided`: the code of a unit. */
export function hitOf({ choices }: Proposal, decided: string): Hit {
  const place = choices.findIndex(({ department }) => department.code === decided);
  return place === 0 ? "first" : place > 0 ? "among" : "wrong";
}

/** What was decided otherwise than proposed. */
export interface Mistake {
  /** Codes of units. Null: nothing was proposed. */
  readonly decided: string;
  readonly proposed: string | null;
  readonly count: number;
  /** How many of them it would have dispatched by itself. */
  readonly automatic: number;
}

export interface Comparison {
  readonly messages: number;
  /** It would dispatch these by itself. */
  readonly automatic: number;
  /** Of these it is known what was decided, for a unit that there is. */
  readonly decided: number;
  readonly automaticDecided: number;
  readonly automaticRight: number;
  /** The unit that was decided is the first of those proposed, or one of them. */
  readonly first: number;
  readonly among: number;
  /** The most frequent first. */
  readonly mistakes: readonly Mistake[];
}

/** Counts what routing would do with one text after another. */
export class Comparing {
  readonly #mistakes = new Map<string, Mistake>();
  #counts = { messages: 0, automatic: 0, decided: 0, automaticDecided: 0, automaticRight: 0, first: 0, among: 0 };

  /** `decided`: the code of a unit; null: it is not known. */
  add(proposal: Proposal, decided: string | null): void {
    const { isSure } = proposal;
    const hit = decided === null ? null : hitOf(proposal, decided);
    const { messages, automatic, ...of } = this.#counts;
    const one = (holds: boolean) => (holds ? 1 : 0);
    this.#counts = {
      messages: messages + 1,
      automatic: automatic + one(isSure),
      decided: of.decided + one(hit !== null),
      automaticDecided: of.automaticDecided + one(hit !== null && isSure),
      automaticRight: of.automaticRight + one(hit === "first" && isSure),
      first: of.first + one(hit === "first"),
      among: of.among + one(hit === "first" || hit === "among"),
    };
    if (decided !== null && hit !== "first") this.#note(decided, proposal);
  }

  #note(decided: string, { choices, isSure }: Proposal): void {
    const proposed = choices[0]?.department.code ?? null;
    const key = `${decided} ${proposed}`;
    const before = this.#mistakes.get(key) ?? { decided, proposed, count: 0, automatic: 0 };
    this.#mistakes.set(key, {
      ...before,
      count: before.count + 1,
      automatic: before.automatic + (isSure ? 1 : 0),
    });
  }

  get comparison(): Comparison {
    const mistakes = [...this.#mistakes.values()].toSorted(
      (one, other) => other.count - one.count || other.automatic - one.automatic,
    );
    return { ...this.#counts, mistakes };
  }
}
