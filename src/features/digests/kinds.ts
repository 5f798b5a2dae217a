import type { DigestName, DigestSpec } from "../../domain/org.ts";
import type { Work } from "../../issues/work.ts";
import type { Card } from "../../messages/card.ts";
import { noticeKind } from "../../outbox/notice-kind.ts";
import { readIssues } from "../../store/issues.ts";
import { coordinatorDaily } from "./coordinator-daily.ts";
import { departmentDaily } from "./department-daily.ts";
import type { DigestFacts, DigestKind, DigestNotice, DigestScene } from "./digest.ts";
import { enterpriseWeekly } from "./enterprise-weekly.ts";
import { supervisionWeekly } from "./supervision-weekly.ts";

/** Every kind of digest. What one keeps is shown by the same one: the outbox has what this program alone has written. */
export const DIGESTS: Readonly<Record<DigestName, DigestKind>> = {
  "enterprise-weekly": enterpriseWeekly,
  "department-daily": departmentDaily,
  "supervision-weekly": supervisionWeekly,
  "coordinator-daily": coordinatorDaily,
};

/** What a digest says at a moment, as it is kept until it goes. Null: its chat has no one whom it is for. */
export async function digestFacts(
  ctx: Work,
  spec: Omit<DigestSpec, "cron">,
  { to, late }: { readonly to: Date; readonly late: boolean },
): Promise<DigestFacts | null> {
  const { kind, title, note } = spec;
  const own = await DIGESTS[kind].facts(ctx, spec, to);
  return own === null ? null : { kind, to: to.toISOString(), late, ...own, title, note };
}

/** The issues that a digest speaks of, each once. */
export function digestIds(facts: DigestFacts): readonly number[] {
  return [...new Set(DIGESTS[facts.kind].ids(facts).flat())];
}

export function digestCard(facts: DigestFacts, scene: DigestScene): Card {
  return DIGESTS[facts.kind].card(facts, scene);
}

export const digestNotice = noticeKind<DigestNotice, Pick<DigestScene, "issues"> & Pick<DigestNotice, "facts">>(
  "digest",
  {
    lookAgain: async ({ facts }, { db }) => ({ facts, issues: await readIssues(db, digestIds(facts)) }),
    card: ({ facts, issues }, reader) => digestCard(facts, { issues, reader, page: 1 }),
  },
);
