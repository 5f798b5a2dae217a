import { type Audience, audienceOfChat } from "../domain/issue/audience.ts";
import { type Actor, isCoordinator } from "../domain/issue/issue.ts";
import type { StoredAudience, Target } from "../domain/notice/notice.ts";
import type { Chat } from "../domain/park/org.ts";
import type { Park } from "../domain/park/park.ts";
import type { Db } from "../store/client.ts";
import { readIssue } from "../store/issues.ts";
import type { StoredNotice } from "../store/notices.ts";
import { readContact } from "../store/people.ts";

type PersonTarget = Extract<Target, { kind: "person" }>;

/**
 * Who reads a message, by what is so when it goes: it may have waited over a weekend. Null: the person whom it was for is of
 * that company, department or office no more, and has no business with it.
 */
export async function readerOf(
  db: Db,
  park: Park,
  { target, audience, body, issueId }: Pick<StoredNotice, "target" | "audience" | "body" | "issueId">,
): Promise<Audience | null> {
  if (audience.kind === "company") {
    if (target.kind !== "person") return null;
    const issue = issueId === null ? null : await readIssue(db, issueId);
    const actor = await companyActor(db, park, target);
    return actor === null || (issue !== null && actor.enterprise !== issue.enterprise)
      ? null
      : { kind: "company", actor };
  }
  // An answer, and a picture or document that was asked for, belongs to what somebody has just said.
  if (target.kind === "reply" || body.kind === "reply" || body.kind === "attachment") return audience;
  if (target.kind === "chat") return sameChat(park.directory.chat(target.code), audience) ? audience : null;
  const person = park.directory.personBy(target.platform, target.userId);
  switch (audience.kind) {
    case "department":
      return person?.department === audience.department ? audience : null;
    case "coordinator":
      return person !== undefined && isCoordinator(person) ? audience : null;
    case "supervision":
      return person !== undefined && (person.role === "leader" || isCoordinator(person)) ? audience : null;
    case "enterprise":
      return audience;
  }
}

/** A group may have become another's, or one of companies. */
function sameChat(chat: Chat | undefined, audience: StoredAudience): boolean {
  if (chat === undefined) return false;
  const now = audienceOfChat(chat);
  switch (audience.kind) {
    case "enterprise":
      return now.kind === "enterprise" && now.chat === audience.chat;
    case "department":
      return now.kind === "department" && now.department === audience.department;
    // The leaders' group stands in for the coordinator and for leaders.
    case "coordinator":
    case "supervision":
      return now.kind === "supervision";
    case "company":
      return false;
  }
}

/** One of a company's people by the org file, or a guest by what he says of himself. */
async function companyActor(db: Db, { directory }: Park, target: PersonTarget): Promise<Actor | null> {
  const { platform, userId, name } = target;
  const person = directory.personBy(platform, userId);
  if (person !== undefined) {
    if (person.role !== "liaison") return null;
    return { kind: "person", name: person.name, role: "liaison", enterprise: person.enterprise, platform, userId };
  }
  const contact = await readContact(db, platform, userId);
  if (contact === null || contact.enterprise === null) return null;
  const { enterprise, verified } = contact;
  return { kind: "guest", name, role: null, enterprise, platform, userId, verified };
}
