import { type Conversation, type Reply, sentence } from "../../chat/conversation.ts";
import { joined } from "../../chat/joined.ts";
import { companySaid } from "../../chat/understand/zh-cn-phrases.ts";
import {
  type Claim,
  claimIn,
  type Evidence,
  isFounded,
  isSamePhone,
  lacksAccount,
  withNickname,
} from "../../domain/park/claim.ts";
import type { Directory } from "../../domain/park/directory.ts";
import type { Person, PlatformName } from "../../domain/park/org.ts";
import { officePlaces, tell } from "../../issues/tell.ts";
import type { Card } from "../../messages/card.ts";
import { maskPhones } from "../../messages/escape.ts";
import type { Reader } from "../../messages/reader.ts";
import * as words from "../../messages/zh-cn/claims.ts";
import { noticeKind } from "../../outbox/notice-kind.ts";
import { readClaim, type StoredClaim, saveClaim } from "../../store/recognised.ts";

/** 我是 王建国 13800001111: somebody of the org file whose account it does not know says who he is. The coordinator decides. */

/** The coordinator is not asked twice about the same within this. */
const AGAIN_MS = 24 * 3_600_000;

/**
 * Takes down who somebody unknown says he is, and asks the coordinator. Null: nobody of the org file is named, or the company
 * of that name is meant. Until the coordinator has decided he may do what any stranger may. `alsoAs`: what the same words
 * mean as one of a company's people.
 */
export async function claimPerson(
  conversation: Conversation,
  said: string,
  alsoAs: (person: Person) => Promise<Reply | null>,
): Promise<Reply | null> {
  const { ctx, sender, chat } = conversation;
  const { directory } = ctx.park;
  const read = claimIn(said, directory);
  if (read === null) return null;
  const { person } = read;
  if (isCompany(said, directory)) return sentence(words.personOrCompany(person.name));
  const inGroup = chat !== null;
  const asGuest = async () => (chat?.audience === "enterprise" ? alsoAs(person) : null);
  if (!lacksAccount(person, sender.platform)) {
    // Who names the company with the person speaks for it, as any guest may.
    const also = read.evidence.includes("unit") ? await asGuest() : null;
    return also ?? sentence(words.hasAnother(person.name, sender.platform));
  }
  const claim = withNickname(read, sender.name);
  if (!isFounded(claim)) return sentence(words.sayMore(person.name, inGroup));
  const before = await readClaim(ctx.db, sender);
  if (before?.person === null && before.name === person.name) return sentence(words.notRecognised(person.name));
  await keep(conversation, claim, before);
  const reply = sentence(words.claimNoted(person.name, { inGroup, gavePhone: claim.phone !== null }));
  const also = await asGuest();
  return also === null ? reply : joined([reply, also]);
}

function isCompany(said: string, directory: Directory): boolean {
  return directory.companyNamed(companySaid(said)).kind === "one";
}

async function keep({ ctx, sender }: Conversation, claim: Claim, before: StoredClaim | null): Promise<void> {
  const { db, now } = ctx;
  const { platform, userId } = sender;
  const { person, phone, evidence } = claim;
  const isSame = before?.person === person.name && (phone === null || before.phone === phone);
  const isTold = isSame && now.getTime() - before.at.getTime() < AGAIN_MS;
  if (isTold) return;
  await saveClaim(db, { platform, userId, name: person.name, phone, person: person.name, at: now });
  const notice = claimNotice.of({ platform, userId, evidence });
  await tell(ctx, await officePlaces(ctx), { notice });
}

interface ClaimBody {
  readonly kind: "claim";
  readonly platform: PlatformName;
  readonly userId: string;
  readonly evidence: readonly Evidence[];
}

interface Fresh {
  readonly stored: StoredClaim;
  readonly claim: Claim;
}

/** Somebody says who he is, for the coordinator. When it was decided meanwhile there is nothing to say any more. */
export const claimNotice = noticeKind<ClaimBody, Fresh>("claim", {
  lookAgain: async (body, { db, park }) => {
    const stored = await readClaim(db, body);
    const claim = stored === null ? null : claimOf(stored, park.directory, body.evidence);
    return stored === null || claim === null ? null : { stored, claim };
  },
  card: ({ stored, claim }, reader) => claimCard(stored, claim, reader),
});

/** What a claim that was kept means by the org file as it is now. Null: it is over, or the person has left or has an account. */
function claimOf({ person: name, platform, phone }: StoredClaim, directory: Directory, before: readonly Evidence[]) {
  const person = directory.person(name ?? "");
  if (person === undefined || !lacksAccount(person, platform)) return null;
  const others = before.filter((one) => one !== "phone");
  const evidence = isSamePhone(phone, person) ? (["phone", ...others] as const) : others;
  return { person, phone, evidence };
}

/** Where a group stands in for the coordinator it reads no digit of a telephone number. */
function claimCard({ platform, userId }: StoredClaim, { person, phone, evidence }: Claim, reader: Reader): Card {
  const unit = person.enterprise !== undefined ? reader.company(person.enterprise) : unitOf(person, reader);
  const agrees = evidence.includes("phone");
  const isCoordinator = reader.audience.kind === "coordinator";
  const masked = phone === null || agrees || !isCoordinator ? null : maskPhones(words.asPhone(phone));
  return {
    blocks: [
      { kind: "title", text: words.CLAIM.title },
      {
        kind: "fields",
        fields: [
          { label: words.CLAIM.who, value: words.whoText(person.name, unit, person.role) },
          { label: words.CLAIM.account, value: words.accountText(platform, userId) },
          { label: words.CLAIM.grounds, value: words.groundsText(evidence, { gavePhone: phone !== null, masked }) },
        ],
      },
      { kind: "text", text: words.CLAIM.warning },
      {
        kind: "actions",
        steps: [
          { command: "verify", given: person.name, label: "is-he" },
          { command: "verify", given: words.denied(person.name), label: "is-not-he" },
        ],
      },
    ],
  };
}

function unitOf({ department }: Person, reader: Reader): string | null {
  return department === undefined ? null : reader.department(department);
}
