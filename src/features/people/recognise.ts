import { type Aside, type Conversation, type Reply, sentence } from "../../chat/conversation.ts";
import { isCoordinator } from "../../domain/issue/issue.ts";
import { lacksAccount } from "../../domain/park/claim.ts";
import type { Person } from "../../domain/park/org.ts";
import { approvedAs } from "../../domain/park/recognition.ts";
import { DENIES } from "../../domain/park/zh-cn-claim.ts";
import type { Context } from "../../issues/context.ts";
import { say } from "../../messages/card.ts";
import * as words from "../../messages/zh-cn/claims.ts";
import { VERIFY_IS_THE_COORDINATORS } from "../../messages/zh-cn/people.ts";
import { denyClaim, forgetRecognised, readClaims, recognise, type StoredClaim } from "../../store/recognised.ts";

/** 核实 王建国, 核实 王建国 不是: the coordinator decides who somebody is. */

/** What is said behind 核实: somebody of the org file, one of several accounts, and whether it is he. */
interface Decision {
  readonly person: Person;
  readonly account: string | null;
  readonly denies: boolean;
}

export async function decideClaim(conversation: Conversation, rest: string): Promise<Reply> {
  const { actor, ctx } = conversation;
  if (!isCoordinator(actor)) return sentence(VERIFY_IS_THE_COORDINATORS);
  const decision = decisionIn(conversation, rest);
  const all = await readClaims(ctx.db, decision?.person.name);
  if (decision === null) return sentence(words.nobodyToRecognise(rest, namesOf(all)));
  const { person, account, denies } = decision;
  const claims = all.filter(
    (one) => lacksAccount(person, one.platform) && (account === null || one.userId === account),
  );
  if (denies) return deny(conversation, decision, claims);
  // Who was told no is only recognised after all when his account is named, or nobody else says to be the same.
  const waiting = claims.filter((one) => one.person !== null);
  const among = waiting.length > 0 ? waiting : claims;
  const [only] = among;
  if (only === undefined) return sentence(words.nobodyToRecognise(person.name, namesOf(await readClaims(ctx.db))));
  if (among.length > 1) return sentence(words.severalAccounts(person.name, among));
  return approve(conversation, person, only);
}

async function approve({ ctx, actor, onRecognised }: Conversation, person: Person, claim: StoredClaim): Promise<Reply> {
  const { db, now, park } = ctx;
  const { platform, userId } = claim;
  await recognise(db, { platform, userId, person: approvedAs(person), by: actor.name, at: now });
  onRecognised?.();
  const { directory } = park;
  const { enterprise, department, name, role } = person;
  const unit = enterprise !== undefined ? directory.companyName(enterprise) : departmentOf(department, directory);
  const who = words.whoText(name, unit, role);
  const aside = toAccount(ctx, claim, words.youAreRecognised(who));
  const said = words.recognised(who, platform, userId);
  return { ...sentence(aside.length > 0 ? said : words.passItOn(said)), aside };
}

function departmentOf(code: string | undefined, { departmentName }: { departmentName(code: string): string }) {
  return code === undefined ? null : departmentName(code);
}

/** It was not he: who waits is told so, and who was recognised by mistake is a stranger again. */
async function deny(
  { ctx, onRecognised }: Conversation,
  { person, account }: Decision,
  claims: readonly StoredClaim[],
): Promise<Reply> {
  const { db } = ctx;
  const waiting = claims.filter((one) => one.person !== null);
  if (waiting.length > 1) return sentence(words.severalAccounts(words.denied(person.name), waiting));
  const [claim] = waiting;
  if (claim !== undefined) {
    await denyClaim(db, claim);
    const said = words.deniedFor(person.name, claim.platform, claim.userId);
    return { ...sentence(said), aside: toAccount(ctx, claim, words.notRecognised(person.name)) };
  }
  const forgotten = await forgetRecognised(db, approvedAs(person), account ?? undefined);
  if (forgotten.length === 0) return sentence(words.nobodyToRecognise(person.name, []));
  onRecognised?.();
  return sentence(words.takenBack(person.name));
}

/** To the account itself, where a direct message reaches it. */
function toAccount({ park }: Context, { platform, userId, name }: StoredClaim, text: string): readonly Aside[] {
  if (!park.reaches(platform, userId)) return [];
  return [{ card: say(text), issueId: null, to: { kind: "person", platform, userId, name } }];
}

/** 王建国 wangjg 不是: the name first, which may have spaces in it. */
function decisionIn({ ctx }: Conversation, rest: string): Decision | null {
  const all = rest.trim().split(/\s+/u);
  const denies = all.some((word) => DENIES.test(word));
  const said = all.filter((word) => !DENIES.test(word));
  for (let length = said.length; length > 0; length -= 1) {
    const person = ctx.park.directory.person(said.slice(0, length).join(" "));
    if (person === undefined) continue;
    const [account = null, ...more] = said.slice(length);
    return more.length > 0 ? null : { person, account, denies };
  }
  return null;
}

function namesOf(claims: readonly StoredClaim[]): readonly string[] {
  return [...new Set(claims.flatMap(({ person }) => person ?? []))];
}
