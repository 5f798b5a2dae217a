import { type Conversation, type Reply, type Said, sentence, withCard } from "../../chat/conversation.ts";
import { noteDisclosed } from "../../chat/disclosed.ts";
import { visible } from "../../chat/find.ts";
import { pageIn } from "../../chat/understand/zh-cn-phrases.ts";
import { companyShown } from "../../domain/issue/audience.ts";
import { isCoordinator, isOpen, isOverdue } from "../../domain/issue/issue.ts";
import type { Company } from "../../domain/park/org.ts";
import { listsOf } from "../../issues/context.ts";
import { SEE_ONE } from "../../messages/actions.ts";
import { issueLine } from "../../messages/issue-card.ts";
import { listed, pageAt, pageOf } from "../../messages/sections.ts";
import { commandWord } from "../../messages/zh-cn/commands.ts";
import { noPage } from "../../messages/zh-cn/lists.ts";
import { forOffice } from "../../messages/zh-cn/stuck.ts";
import * as words from "../../messages/zh-cn/units.ts";
import { issuesOfCompany } from "../../store/issues.ts";
import { notToBeAsked } from "./asked.ts";

/** 企业 中塑科技: the issues of one company, for the park's offices. */

const LIST = 10;

export async function showCompany(conversation: Conversation, said: Said): Promise<Reply> {
  const refused = notToBeAsked(conversation, "company");
  if (refused !== null) return refused;
  const { actor, ctx } = conversation;
  if (!isCoordinator(actor) && actor.role !== "leader") return sentence(forOffice("company"));
  const { rest, page } = pageIn(said.rest);
  if (rest === "") return sentence(words.whichCompany());
  const match = ctx.park.directory.companyNamed(rest);
  switch (match.kind) {
    case "none":
      return sentence(words.noSuchCompany(rest));
    case "many":
      return sentence(
        words.severalCompanies(
          rest,
          match.found.map((one) => one.name),
        ),
      );
    case "one":
      return issuesCard(conversation, match.found, page);
  }
}

async function issuesCard(conversation: Conversation, company: Company, page: number): Promise<Reply> {
  const { ctx, reader } = conversation;
  const all = await visible(conversation, await issuesOfCompany(ctx.db, company.code));
  // Under the company's name stands nothing of which it may not be named here.
  const issues = all.filter((issue) => companyShown(issue, reader.audience) === "name");
  if (issues.length === 0) return sentence(words.companyWithout(company.name));
  const open = issues.filter(isOpen);
  const list = [...open, ...issues.filter((issue) => !isOpen(issue))];
  const cut = pageOf(`${commandWord("company")} ${company.name}`, page, LIST);
  const { shown } = pageAt(list, cut);
  const whole = await listsOf(ctx).wholeOf(shown);
  const { blocks } = listed(list, (one) => issueLine({ ...reader.issue(whole(one)), company: null }), cut);
  if (blocks.length === 0) return sentence(noPage(page, list.length));
  await noteDisclosed(conversation, shown);
  const counts = {
    all: issues.length,
    open: open.length,
    overdue: issues.filter((issue) => isOverdue(issue, reader.now)).length,
    closed: issues.filter((issue) => issue.state === "closed").length,
  };
  return withCard({
    blocks: [
      { kind: "title", text: company.name },
      { kind: "text", text: words.companyCounts(counts) },
      ...blocks,
      { kind: "actions", steps: [SEE_ONE] },
    ],
  });
}
