import type { Issue } from "../domain/issue.ts";
import type { DigestFacts, KnownBody } from "../domain/notice.ts";
import { digestCard } from "../messages/digest-card.ts";
import { idsOf, viewDigest } from "../messages/digest-view.ts";
import { readIssues } from "../store/issues.ts";
import { noticeKind } from "./notice-kind.ts";

type Fresh = { readonly facts: DigestFacts; readonly issues: readonly Issue[] };

export const digestNotice = noticeKind<Extract<KnownBody, { kind: "digest" }>, Fresh>("digest", {
  lookAgain: async ({ facts }, { db }) => ({ facts, issues: await readIssues(db, idsOf(facts)) }),
  card: ({ facts, issues }, reader) => digestCard(viewDigest(facts, issues, reader)),
});
