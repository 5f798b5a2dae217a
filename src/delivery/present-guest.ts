import type { Audience } from "../domain/audience.ts";
import { companyShown } from "../domain/audience.ts";
import type { Issue } from "../domain/issue.ts";
import type { GuestFacts, NoticeBody } from "../domain/notice.ts";
import type { ParkView } from "../domain/park-view.ts";
import type { Card, Field } from "../messages/card.ts";
import { HIDDEN_COMPANY } from "../messages/zh-cn.ts";

type GuestBody = Extract<NoticeBody, { kind: "guest" }>;

/**
 * Somebody whom the org file does not know, for the coordinator. Where a group stands in for the coordinator, of a
 * confidential issue neither the account nor the company is told, and of one who names another company, only that he does:
 * beside the card of his issue it would tell whose that is.
 */
export function presentGuest(body: GuestBody, issue: Issue | null, audience: Audience, park: ParkView): Card {
  const hidden = issue === null ? audience.kind !== "coordinator" : companyShown(issue, audience) !== "name";
  const nameOf = (code: string) => park.directory.enterpriseName(code);
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
