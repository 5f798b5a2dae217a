import type { Issue, Reporter } from "../domain/issue/issue.ts";
import type { GuestFacts, KnownBody } from "../domain/notice/notice.ts";
import type { PlatformName } from "../domain/park/org.ts";
import { type Contact, lockContact, saveContact } from "../store/people.ts";
import type { Context } from "./context.ts";
import { officePlaces, tell } from "./tell.ts";

/** People whom the org file does not know: what they raise waits until they say which company they are from. */

/** An issue that waits for the company's name. `chat`: the group of companies where it was said. */
export interface Waiting {
  readonly text: string;
  readonly pictures: number;
  /** What came with it, by the ids under which it is fetched. */
  readonly files?: readonly string[] | undefined;
  readonly chat: string | null;
}

/** Who wrote, on a platform. */
export interface Sender extends Omit<Reporter, "verified"> {
  readonly platform: PlatformName;
}

const MOST_WAITING = 10;

/**
 * What is known of a platform's user, locked. Two messages of one guest may be worked on at once: the second sees what the
 * first has kept.
 */
export function contactOf({ db }: Context, { platform, userId, name }: Sender): Promise<Contact> {
  return lockContact(db, { platform, userId, name, enterprise: null, verified: false, waiting: null, choices: [] });
}

export function waitingOf({ waiting }: Pick<Contact, "waiting">): readonly Waiting[] {
  const list = waiting?.["issues"];
  return Array.isArray(list) ? list.filter(isWaiting) : [];
}

function isWaiting(value: unknown): value is Waiting {
  return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
}

/** Keeps what a guest raises, as much as he has room for. `full`: how much waits already, and this not. */
export async function keepWaiting(
  ctx: Context,
  sender: Sender,
  one: Waiting,
): Promise<{ readonly full: number } | null> {
  const contact = await contactOf(ctx, sender);
  const before = waitingOf(contact);
  if (before.length >= MOST_WAITING) return { full: before.length };
  await saveContact(ctx.db, { ...contact, waiting: { issues: [...before, one] } });
  return null;
}

/**
 * Tells the coordinator of somebody whom the org file does not know: with his issue, to be vouched for; without one, that he
 * says he is from another company now.
 */
export async function tellOfGuest(ctx: Context, facts: GuestFacts, issue: Issue | null): Promise<void> {
  const notice: KnownBody = { kind: "guest", facts };
  await tell(ctx, await officePlaces(ctx), { notice, issueId: issue?.id ?? null });
}
