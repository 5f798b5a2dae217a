import { companyShown } from "../../domain/issue/audience.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import type { GuestFacts, KnownBody } from "../../domain/notice/notice.ts";
import type { NextStep } from "../../messages/actions.ts";
import type { Card, Field } from "../../messages/card.ts";
import type { Reader } from "../../messages/reader.ts";
import { GUEST } from "../../messages/zh-cn/people.ts";
import { HIDDEN_COMPANY } from "../../messages/zh-cn/terms.ts";
import { noticeKind } from "../../outbox/notice-kind.ts";
import { readIssue } from "../../store/issues.ts";

type GuestBody = Extract<KnownBody, { kind: "guest" }>;
type Fresh = { readonly body: GuestBody; readonly issue: Issue | null };

export const guestNotice = noticeKind<GuestBody, Fresh>("guest", {
  lookAgain: async (body, { db, issueId }) => ({ body, issue: issueId === null ? null : await readIssue(db, issueId) }),
  card: ({ body, issue }, reader) => guestCard(body, issue, reader),
});

/**
 * Somebody whom the org file does not know, for the coordinator. Where a group stands in for the coordinator, of a
 * confidential issue neither the account nor the company is told, and of one who names another company, only that he does:
 * beside the card of his issue it would tell whose that is.
 */
function guestCard(body: GuestBody, issue: Issue | null, reader: Reader): Card {
  const { audience } = reader;
  const hidden = issue === null ? audience.kind !== "coordinator" : companyShown(issue, audience) !== "name";
  const { who, company, before } =
    "facts" in body
      ? { who: accountOf(body.facts), company: reader.company(body.facts.enterprise), before: body.facts.before }
      : { who: body.who, company: body.enterprise, before: undefined };
  const moved = before !== undefined;
  const fields: Field[] = hidden
    ? [{ label: GUEST.company(false), value: HIDDEN_COMPANY }]
    : [
        { label: GUEST.who, value: who },
        ...(before === undefined ? [] : [{ label: GUEST.before, value: reader.company(before) }]),
        { label: GUEST.company(moved), value: company },
      ];
  const step: NextStep =
    issue === null ? { command: "verify", id: "any", label: "verify-later" } : { command: "verify", id: issue.id };
  return {
    blocks: [
      { kind: "title", text: GUEST.title(moved) },
      { kind: "fields", fields },
      { kind: "actions", steps: [step] },
    ],
  };
}

function accountOf({ name, platform, userId }: GuestFacts): string {
  return `${name}（${platform} ${userId}）`;
}
