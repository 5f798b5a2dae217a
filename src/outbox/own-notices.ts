import type { Alarm, DeadLetter, KnownBody } from "../domain/notice.ts";
import { type AlarmWords, alarmCard } from "../messages/alarm-card.ts";
import { type DeadLetterWords, deadLetterCard, deadLettersCard } from "../messages/dead-letter-card.ts";
import type { Reader } from "../messages/reader.ts";
import { placeName } from "../messages/zh-cn/places.ts";
import { noticeKind } from "./notice-kind.ts";

/** What the program tells of its own work: messages that were given up, and what somebody has to mend outside of the chat. */

export const deadLetterNotice = noticeKind<Extract<KnownBody, { kind: "dead-letter" }>, DeadLetter>("dead-letter", {
  lookAgain: async (body, { issueId }) => ({ ...body, issue: issueId ?? undefined }),
  card: (letter, reader) => deadLetterCard(letterWords(letter, reader)),
});

type DeadLetters = Extract<KnownBody, { kind: "dead-letters" }>;
export const deadLettersNotice = noticeKind<DeadLetters, DeadLetters>("dead-letters", {
  lookAgain: async (body) => body,
  card: ({ notices, letters }, reader) =>
    deadLettersCard({ count: notices.length, letters: letters.map((letter) => letterWords(letter, reader)) }),
});

export const alarmNotice = noticeKind<Extract<KnownBody, { kind: "alarm" }>, Alarm>("alarm", {
  lookAgain: async ({ alarm }) => alarm,
  card: (alarm, reader) => alarmCard(alarmWords(alarm, reader)),
});

function letterWords(letter: DeadLetter, { park, audience }: Reader): DeadLetterWords {
  const { notice, to, place = "", issue = null, reason } = letter;
  return { notice, place: to === undefined ? place : placeName(to, park, audience), issue, reason };
}

function alarmWords(alarm: Alarm, reader: Reader): AlarmWords {
  switch (alarm.kind) {
    case "calendar-year":
      return alarm;
    case "barred": {
      const { platform, bar, reason } = alarm;
      return { kind: "barred", platform, bar, reason, place: placeName(alarm.to, reader.park, reader.audience) };
    }
    case "unchecked": {
      const since = alarm.oldest === null ? null : reader.dateTime(new Date(alarm.oldest));
      return { kind: "unchecked", count: alarm.count, since };
    }
  }
}
