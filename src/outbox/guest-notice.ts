import { companyShown } from "../domain/audience.ts";
import type { Issue } from "../domain/issue.ts";
import type { GuestFacts, KnownBody } from "../domain/notice.ts";
import type { Card, Field } from "../messages/card.ts";
import type { Reader } from "../messages/reader.ts";
import { HIDDEN_COMPANY } from "../messages/zh-cn/terms.ts";
import { readIssue } from "../store/issues.ts";
import { noticeKind } from "./notice-kind.ts";

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
  const nameOf = (code: string) => reader.company(code);
  const { who, company, before } =
    "facts" in body
      ? { who: accountOf(body.facts), company: nameOf(body.facts.enterprise), before: body.facts.before }
      : { who: body.who, company: body.enterprise, before: undefined };
  const fields: Field[] = hidden
    ? [{ label: "自称企业", value: HIDDEN_COMPANY }]
    : [
        { label: "账号", value: who },
        ...(before === undefined ? [] : [{ label: "原来自称", value: nameOf(before) }]),
        { label: before === undefined ? "自称企业" : "现在自称", value: company },
      ];
  const title = before === undefined ? "有新的联络人，未核实" : "有联络人改说自己是另一家企业的，未核实";
  const hint = issue === null ? "他提出诉求后可以核实：核实 编号" : `核实后：核实 ${issue.id}`;
  return {
    blocks: [
      { kind: "title", text: title },
      { kind: "fields", fields },
      { kind: "hint", text: hint },
    ],
  };
}

function accountOf({ name, platform, userId }: GuestFacts): string {
  return `${name}（${platform} ${userId}）`;
}
