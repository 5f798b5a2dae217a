import type { AttachmentRef } from "../../domain/notice/notice.ts";
import { DIGEST_TRAITS, type DigestName, type DigestSpec } from "../../domain/park/org.ts";
import type { Context } from "../../issues/context.ts";
import type { Card } from "../../messages/card.ts";
import { noticeKind } from "../../outbox/notice-kind.ts";
import { readIssues } from "../../store/issues.ts";
import { commonWeekly } from "./common-weekly.ts";
import { coordinatorDaily } from "./coordinator-daily.ts";
import { departmentDaily } from "./department-daily.ts";
import type { DigestBody, DigestFacts, DigestKind, DigestScene } from "./digest.ts";
import { enterpriseWeekly } from "./enterprise-weekly.ts";
import { supervisionMonthly } from "./supervision-monthly.ts";
import { supervisionWeekly } from "./supervision-weekly.ts";

/** Every kind of digest. */
export const DIGESTS: Readonly<Record<DigestName, DigestKind>> = {
  "enterprise-weekly": enterpriseWeekly,
  "department-daily": departmentDaily,
  "supervision-weekly": supervisionWeekly,
  "supervision-monthly": supervisionMonthly,
  "coordinator-daily": coordinatorDaily,
  "common-weekly": commonWeekly,
};

/** Of which moment a digest tells, and whether it is posted late. */
export interface Timing {
  readonly to: Date;
  readonly late: boolean;
}

/** Digests of these kinds. What one kind keeps is shown by the same: the outbox has what this program alone has written. */
export class Digests {
  readonly #kinds: Readonly<Record<DigestName, DigestKind>>;

  constructor(kinds: Readonly<Record<DigestName, DigestKind>>) {
    this.#kinds = kinds;
  }

  readonly notice = noticeKind<DigestBody, Pick<DigestScene, "issues"> & Pick<DigestBody, "facts">>("digest", {
    lookAgain: async ({ facts }, { db }) => ({ facts, issues: await readIssues(db, this.ids(facts)) }),
    card: ({ facts, issues }, reader) => this.card(facts, { issues, reader, page: 1 }),
  });

  /** The pictures and documents that are posted with it. */
  attachments(facts: DigestFacts): readonly AttachmentRef[] {
    return this.#kinds[facts.kind].attachments?.(facts) ?? [];
  }

  /** What a digest says at a moment, as it is kept until it goes. Null: its chat has no one whom it is for. */
  async facts(ctx: Context, spec: Omit<DigestSpec, "cron">, { to, late }: Timing): Promise<DigestFacts | null> {
    const { kind, title, note } = spec;
    const own = await this.#kinds[kind].facts(ctx, spec, to);
    return own === null ? null : { kind, to: to.toISOString(), late, ...own, title, note };
  }

  /** Whether a digest without anything to say is not posted at all. */
  isLeftOut(facts: DigestFacts, { kind, empty }: Pick<DigestSpec, "kind" | "empty">): boolean {
    const posts = empty ?? DIGEST_TRAITS[kind].postsEmpty;
    return !posts && this.#kinds[kind].isEmpty?.(facts) === true;
  }

  /** The issues that a digest speaks of, each once. */
  ids(facts: DigestFacts): readonly number[] {
    return [...new Set(this.#kinds[facts.kind].ids(facts).flat())];
  }

  card(facts: DigestFacts, scene: DigestScene): Card {
    return this.#kinds[facts.kind].card(facts, scene);
  }
}

export const ownDigests = new Digests(DIGESTS);
