import { companyShown } from "../domain/audience.ts";
import type { Issue } from "../domain/issue.ts";
import type { KnownBody, Missed, ThemeDayFacts } from "../domain/notice.ts";
import type { Card } from "../messages/card.ts";
import type { Reader } from "../messages/reader.ts";
import {
  ownIssuesCard,
  recapCard,
  recapText,
  signUpCard,
  type ThemeDayWords,
  themeDayCall,
} from "../messages/theme-day-card.ts";
import { agendaReason } from "../messages/zh-cn/agenda.ts";
import { missedText } from "../messages/zh-cn/places.ts";
import { HIDDEN_COMPANY } from "../messages/zh-cn/terms.ts";
import type { Db } from "../store/client.ts";
import { readIssues } from "../store/issues.ts";
import { readThemeDay, type ThemeDay } from "../store/theme-days.ts";
import { noticeKind } from "./notice-kind.ts";

export const themeDayNotice = noticeKind<Extract<KnownBody, { kind: "theme-day" }>, Card>("theme-day", {
  lookAgain: ({ facts }, { db }, reader) => presentThemeDay(db, facts, reader),
  card: (card) => card,
});

/** What is said about a theme day to one audience. Null: it was cancelled meanwhile, and there is nothing to invite to. */
async function presentThemeDay(db: Db, facts: ThemeDayFacts, reader: Reader): Promise<Card | null> {
  const session = await readThemeDay(db, facts.session);
  if (session === null) return null;
  const words = wordsOf(session, reader);
  const missed = (instead: Missed | string | undefined) =>
    instead === undefined ? null : missedText(instead, reader.park.directory);
  const view = (issue: Issue) => reader.issue(issue);
  switch (facts.what) {
    case "invited":
    case "day":
    case "hour":
      if (session.state === "cancelled" || session.state === "ended") return null;
      return themeDayCall(facts.what, words, missed(facts.instead));
    case "cancelled":
    case "started":
      return themeDayCall(facts.what, words, missed(facts.instead));
    case "signed-up":
      return signUpCard(words, reader.company(facts.enterprise), facts.by);
    case "recap": {
      const { lists, own, total, held } = facts;
      const recap = recapText(own, total, held);
      if (lists === null) return recapCard(words, recap, null);
      const issues = new Map(
        (await readIssues(db, [...lists.duties, ...lists.agenda])).map((issue) => [issue.id, issue]),
      );
      const pick = (ids: readonly number[]) => ids.flatMap((id) => issues.get(id) ?? []);
      return recapCard(words, recap, {
        duties: pick(lists.duties).map(view),
        agenda: pick(lists.agenda).map((issue) => ({ issue: view(issue), reason: agendaReason(issue, reader) })),
      });
    }
    case "own":
      return ownCard(await readIssues(db, facts.issues), facts, words, reader);
  }
}

/** A company's own issues, for its people; or for the coordinator, who passes them on. */
function ownCard(
  issues: readonly Issue[],
  { company, instead }: Extract<ThemeDayFacts, { what: "own" }>,
  words: ThemeDayWords,
  reader: Reader,
): Card {
  const shown = issues.filter((issue) => reader.may(issue, []));
  const hidden = shown.some((issue) => companyShown(issue, reader.audience) === "hidden");
  const name = company === undefined ? instead : reader.company(company);
  const missed = name !== undefined && hidden ? HIDDEN_COMPANY : (name ?? null);
  return ownIssuesCard(
    words,
    shown.map((issue) => reader.issue(issue)),
    missed,
  );
}

function wordsOf({ number, theme, at, place }: ThemeDay, reader: Reader): ThemeDayWords {
  return { number, theme, place, when: reader.dateTime(at) };
}
