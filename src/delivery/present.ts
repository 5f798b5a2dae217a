import type { Audience } from "../domain/audience.ts";
import { idsOf, viewDigest } from "../domain/digest-view.ts";
import type { Actor } from "../domain/issue.ts";
import { momentText } from "../domain/moments.ts";
import type { Alarm } from "../domain/notice.ts";
import type { Chat } from "../domain/org.ts";
import type { ParkView } from "../domain/park-view.ts";
import { type AlarmWords, alarmCard } from "../messages/alarm-card.ts";
import type { Card, Mention } from "../messages/card.ts";
import { isCard } from "../messages/card.ts";
import { deadLetterCard, deadLettersCard } from "../messages/dead-letter-card.ts";
import { digestCard } from "../messages/digest-card.ts";
import { VEIL } from "../messages/veil.ts";
import type { Db } from "../store/client.ts";
import { readIssue, readIssues } from "../store/issues.ts";
import type { StoredNotice } from "../store/notices.ts";
import { presentMove } from "./present-move.ts";
import { presentReminders } from "./present-reminders.ts";
import { presentThemeDay } from "./present-theme-day.ts";

/**
 * The text of a message, made when it goes: facts as recorded, for the audience of its place.
 * Null: there is nothing to say any more.
 */
export async function present(db: Db, park: ParkView, notice: StoredNotice, now: Date): Promise<Card | null> {
  const { body } = notice;
  const audience = audienceOf(notice, park);
  switch (body.kind) {
    case "reply":
      return isCard(body.card) ? body.card : null;
    case "move": {
      const issue = notice.issueId === null ? null : await readIssue(db, notice.issueId);
      const mentions = mentionsOf(notice, park);
      return issue === null ? null : presentMove(body.facts, issue, audience, park, now, mentions);
    }
    case "digest": {
      const issues = await readIssues(db, idsOf(body.facts));
      return digestCard(viewDigest(body.facts, issues, audience, park, now, VEIL));
    }
    case "reminders":
      return presentReminders(db, park, body.items, audience, mentionsOf(notice, park), now);
    case "attachment":
      throw new Error("a picture or document is no card");
    case "dead-letter":
      return deadLetterCard(body);
    case "dead-letters":
      return deadLettersCard(body);
    case "theme-day":
      return presentThemeDay(db, park, body.facts, audience, mentionsOf(notice, park), now);
    case "alarm":
      return alarmCard(alarmWords(body.alarm, park, now));
    case "guest":
      return {
        blocks: [
          { kind: "title", text: "有新的联络人，未核实" },
          {
            kind: "fields",
            fields: [
              { label: "账号", value: body.who },
              { label: "自称企业", value: body.enterprise },
            ],
          },
          { kind: "hint", text: `核实后：核实 ${notice.issueId ?? ""}` },
        ],
      };
  }
}

function alarmWords(alarm: Alarm, { org }: ParkView, now: Date): AlarmWords {
  if (alarm.kind !== "unchecked") return alarm;
  const since = alarm.oldest === null ? null : momentText(new Date(alarm.oldest), org.park.timeZone, now);
  return { kind: "unchecked", count: alarm.count, since };
}

function audienceOf(notice: StoredNotice, park: ParkView): Audience {
  if (notice.audience.kind !== "company") return notice.audience;
  const { person } = notice.audience;
  return { kind: "company", actor: companyActor(person, notice, park) };
}

function companyActor(name: string, notice: StoredNotice, park: ParkView): Actor {
  const person = park.directory.person(name);
  const user =
    notice.target.kind === "person" ? { platform: notice.target.platform, userId: notice.target.userId } : {};
  return { kind: "person", name, role: "liaison", enterprise: person?.enterprise, ...user };
}

/** The people to alert, by their id on the platform of the chat; who has none there cannot be alerted. */
function mentionsOf(notice: StoredNotice, park: ParkView): Mention[] {
  if (notice.target.kind !== "chat") return [];
  const chat = park.directory.chat(notice.target.code);
  if (chat === undefined) return [];
  return notice.mention.flatMap((name) => mentionIn(chat, name, park));
}

function mentionIn(chat: Chat, name: string, park: ParkView): Mention[] {
  const person = park.directory.person(name);
  const userId = person?.[chat.platform];
  return userId === undefined ? [] : [{ userId, name }];
}
