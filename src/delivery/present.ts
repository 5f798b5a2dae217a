import type { Audience } from "../domain/audience.ts";
import { idsOf, viewDigest } from "../domain/digest-view.ts";
import { momentText } from "../domain/moments.ts";
import type { Alarm, DeadLetter } from "../domain/notice.ts";
import type { Chat } from "../domain/org.ts";
import type { ParkView } from "../domain/park-view.ts";
import { placeName } from "../domain/recipients.ts";
import { type AlarmWords, alarmCard } from "../messages/alarm-card.ts";
import type { Card, Mention } from "../messages/card.ts";
import { isCard } from "../messages/card.ts";
import { type DeadLetterWords, deadLetterCard, deadLettersCard } from "../messages/dead-letter-card.ts";
import { digestCard } from "../messages/digest-card.ts";
import { VEIL } from "../messages/veil.ts";
import type { Db } from "../store/client.ts";
import { readIssue, readIssues } from "../store/issues.ts";
import type { StoredNotice } from "../store/notices.ts";
import { presentGuest } from "./present-guest.ts";
import { presentMove } from "./present-move.ts";
import { presentReminders } from "./present-reminders.ts";
import { presentThemeDay } from "./present-theme-day.ts";

/**
 * The text of a message, made when it goes: facts as recorded, for the audience of its place.
 * Null: there is nothing to say any more.
 */
export async function present(
  { db, park, now }: { readonly db: Db; readonly park: ParkView; readonly now: Date },
  notice: StoredNotice,
  audience: Audience,
): Promise<Card | null> {
  const { body } = notice;
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
      return deadLetterCard(letterWords({ ...body, issue: notice.issueId ?? undefined }, park, audience));
    case "dead-letters": {
      const letters = body.letters.map((letter) => letterWords(letter, park, audience));
      return deadLettersCard({ count: body.notices.length, letters });
    }
    case "theme-day":
      return presentThemeDay(db, park, body.facts, audience, mentionsOf(notice, park), now);
    case "alarm":
      return alarmCard(alarmWords(body.alarm, audience, park, now));
    case "guest":
      return presentGuest(body, notice.issueId === null ? null : await readIssue(db, notice.issueId), audience, park);
  }
}

function letterWords(letter: DeadLetter, park: ParkView, audience: Audience): DeadLetterWords {
  const { notice, to, place = "", issue = null, reason } = letter;
  return { notice, place: to === undefined ? place : placeName(to, park, audience), issue, reason };
}

function alarmWords(alarm: Alarm, audience: Audience, park: ParkView, now: Date): AlarmWords {
  switch (alarm.kind) {
    case "calendar-year":
      return alarm;
    case "barred": {
      const { platform, bar, reason } = alarm;
      return { kind: "barred", platform, bar, reason, place: placeName(alarm.to, park, audience) };
    }
    case "unchecked": {
      const since = alarm.oldest === null ? null : momentText(new Date(alarm.oldest), park.org.park.timeZone, now);
      return { kind: "unchecked", count: alarm.count, since };
    }
  }
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
