import { commandNamed } from "../../chat/command.ts";
import { type Conversation, type Reply, type Said, sentence } from "../../chat/conversation.ts";
import { findDossier, notHere } from "../../chat/find.ts";
import { joined } from "../../chat/joined.ts";
import type { Doing } from "../../chat/understand/outcome.ts";
import { companySaid } from "../../chat/understand/zh-cn-phrases.ts";
import { companyShown } from "../../domain/issue/audience.ts";
import { type Actor, type Issue, isCoordinator, isUnvouched } from "../../domain/issue/issue.ts";
import { isByForm } from "../../domain/notice/company-places.ts";
import type { GuestFacts, KnownBody } from "../../domain/notice/notice.ts";
import type { Match } from "../../domain/park/directory.ts";
import type { Company, Person } from "../../domain/park/org.ts";
import { MEANS_A_COMPANY } from "../../domain/park/zh-cn-claim.ts";
import { narrow } from "../../domain/plain.ts";
import { contactOf, tellOfGuest, type Waiting, waitingOf } from "../../issues/guest.ts";
import type { NextStep } from "../../messages/actions.ts";
import type { Card, Field } from "../../messages/card.ts";
import { maskPhones } from "../../messages/escape.ts";
import type { Reader } from "../../messages/reader.ts";
import { COMPANIES_IN_THEIR_GROUP, SAY_NAME } from "../../messages/zh-cn/claims.ts";
import { commandWord } from "../../messages/zh-cn/commands.ts";
import * as words from "../../messages/zh-cn/people.ts";
import { byFormText } from "../../messages/zh-cn/report-form.ts";
import { HIDDEN_COMPANY } from "../../messages/zh-cn/terms.ts";
import { noticeKind } from "../../outbox/notice-kind.ts";
import { readIssue } from "../../store/issues.ts";
import { type Contact, readContact, saveContact, verifyContact } from "../../store/people.ts";
import { claimPerson } from "./claims.ts";
import { decideClaim } from "./recognise.ts";

/** 我是 and 核实: people whom the org file does not know, and those who vouch for them and are told of them. */

/** More than these would read the park's register to a stranger. */
const MOST_CHOICES = 5;

const NAMING: Doing = { command: "iam", word: commandWord("iam"), number: null, rest: "" };

/** 我是 企业名: binds a guest to a company, unverified, and files what waited. Another company begins anew. */
export async function nameCompany(conversation: Conversation, { rest }: Said): Promise<Reply> {
  const { actor, ctx, sender, chat } = conversation;
  if (actor.kind === "person") return sentence(words.knownAlready(actor.name));
  const isStranger = chat?.audience !== "enterprise" && actor.enterprise === undefined;
  if (rest === "") return sentence(isStranger ? SAY_NAME : words.SAY_COMPANY);
  const company = rest.replace(MEANS_A_COMPANY, "");
  const claimed =
    company === rest ? await claimPerson(conversation, rest, (one) => asLiaison(conversation, one)) : null;
  if (claimed !== null) return claimed;
  if (isStranger) return sentence(COMPANIES_IN_THEIR_GROUP);
  return ofCompany(conversation, await contactOf(ctx, sender), company);
}

/** Until he is recognised, one of a company's people may raise its issues as any guest of it. */
async function asLiaison(conversation: Conversation, { enterprise }: Person): Promise<Reply | null> {
  const { ctx, sender } = conversation;
  const company = enterprise === undefined ? undefined : ctx.park.directory.company(enterprise);
  return company === undefined ? null : bind(conversation, await contactOf(ctx, sender), company);
}

async function ofCompany(conversation: Conversation, contact: Contact, rest: string): Promise<Reply> {
  const { ctx } = conversation;
  const match = choose(conversation, contact, rest);
  switch (match.kind) {
    case "none":
      return sentence(words.companyNotFound(rest));
    case "many": {
      const { found } = match;
      if (found.length > MOST_CHOICES) return sentence(words.tooManyCompanies(rest));
      await saveContact(ctx.db, { ...contact, choices: found.map((one) => one.code) });
      const options = found.map((one) => one.name);
      return {
        ...sentence(words.chooseCompany(options)),
        asks: { ask: "need", what: "company", doing: NAMING, options },
      };
    }
    case "one":
      return bind(conversation, contact, match.found);
  }
}

/** By the name, or by its place among those that were offered before. */
function choose({ ctx }: Conversation, contact: Contact, rest: string): Match<Company> {
  const { directory } = ctx.park;
  const digits = /^\d{1,2}$/.exec(narrow(rest).trim());
  const code = digits === null ? undefined : contact.choices[Number(digits[0]) - 1];
  const found = code === undefined ? undefined : directory.company(code);
  return found === undefined ? directory.companyNamed(companySaid(rest)) : { kind: "one", found };
}

/** Who vouched for him did so as one company's: as another one's he is unverified again, and the coordinator hears of it. */
async function bind(conversation: Conversation, contact: Contact, company: Company): Promise<Reply> {
  const { ctx } = conversation;
  const { platform, userId, name, enterprise: before } = contact;
  const same = before === company.code;
  const waiting = waitingOf(contact);
  const verified = same && contact.verified;
  if (verified && waiting.length === 0) return sentence(words.verifiedAlready(company.name));
  await saveContact(ctx.db, { ...contact, enterprise: company.code, verified, waiting: null, choices: [] });
  if (before !== null && !same) {
    await tellOfGuest(ctx, { platform, userId, name, enterprise: company.code, before }, null);
  }
  if (waiting.length === 0) return sentence(words.companyNoted(company.name));
  const { sender } = conversation;
  const actor: Actor = { ...sender, kind: "guest", role: null, enterprise: company.code, verified };
  return raiseWaiting({ ...conversation, actor }, waiting);
}

/** Raises what waited as if he said it now, each where he said it: by the command, which is another feature's. */
async function raiseWaiting(conversation: Conversation, waiting: readonly Waiting[]): Promise<Reply> {
  const submit = commandNamed(conversation.commands, "submit");
  const { directory } = conversation.ctx.park;
  const replies: Reply[] = [];
  for (const { text, pictures, files, chat } of waiting) {
    // It may have left the org file meanwhile, or be another's group now: then nothing is public there.
    const publicIn = directory.chat(chat ?? "")?.audience === "enterprise" ? chat : null;
    const said = { word: submit.name, id: 0, number: null, rest: text };
    const source = { ...conversation.source, files };
    replies.push(await submit.run({ ...conversation, pictures, source, publicIn }, said));
  }
  return joined(replies);
}

/** 核实 12: the coordinator vouches for the one who raised #12, as one of its company's. With a name, for who says to be that person. */
export async function verifyReporter(conversation: Conversation, { id, number, rest }: Said): Promise<Reply> {
  if (number === null && rest !== "") return decideClaim(conversation, rest);
  const { actor, ctx, reader } = conversation;
  if (!isCoordinator(actor)) return sentence(words.VERIFY_IS_THE_COORDINATORS);
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return notHere();
  const { issue } = dossier;
  const { reporter, enterprise } = issue;
  if (reporter.verified) return sentence(words.verifiedBefore(id), id);
  const contact = await readContact(ctx.db, reporter.platform, reporter.userId);
  await verifyContact(ctx.db, reporter.platform, reporter.userId, enterprise);
  // In a group the company of a confidential issue stays unnamed, whoever asks.
  if (companyShown(issue, conversation.reader.audience) !== "name") return sentence(words.verified(id), id);
  if (isByForm(issue)) {
    const isListed = !issue.confidential && ctx.park.directory.company(enterprise) !== undefined;
    return sentence(words.verifiedByForm(id, reader.company(enterprise), isListed), id);
  }
  const now = contact?.enterprise ?? enterprise;
  const other = now === enterprise ? null : reader.company(now);
  return sentence(words.verifiedAs(id, { name: reporter.name, company: reader.company(enterprise), other }), id);
}

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
      ? {
          who: accountOf(body.facts, audience),
          company: reader.company(body.facts.enterprise),
          before: body.facts.before,
        }
      : { who: body.who, company: body.enterprise, before: undefined };
  const moved = before !== undefined;
  const fields: Field[] = hidden
    ? [{ label: words.GUEST.company(false), value: HIDDEN_COMPANY }]
    : [
        { label: words.GUEST.who, value: who },
        ...(before === undefined ? [] : [{ label: words.GUEST.before, value: reader.company(before) }]),
        { label: words.GUEST.company(moved), value: company },
      ];
  const step: NextStep =
    issue === null
      ? { command: "verify", id: "any", label: "verify-later" }
      : { command: "verify", id: issue.id, label: "once-checked" };
  return {
    blocks: [
      { kind: "title", text: words.GUEST.title(moved) },
      { kind: "fields", fields },
      ...(isHeldBack(issue, reader) ? [{ kind: "text" as const, text: words.HIDDEN_UNTIL_VERIFIED }] : []),
      { kind: "actions", steps: [step] },
    ],
  };
}

/** Whether vouching for it gives it to people who do not see it until then. */
function isHeldBack(issue: Issue | null, { park }: Reader): boolean {
  if (issue === null || issue.confidential) return false;
  return isUnvouched(issue) && park.directory.company(issue.enterprise) !== undefined;
}

function accountOf({ name, platform, userId }: GuestFacts, { kind }: Reader["audience"]): string {
  if (platform === "form") return byFormText(kind === "coordinator" ? userId : maskPhones(userId));
  return `${name}（${platform} ${userId}）`;
}
