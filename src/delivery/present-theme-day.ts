import { agendaReason } from "../domain/agenda.ts";
import { type Audience, companyShown, mayShow } from "../domain/audience.ts";
import type { Issue } from "../domain/issue.ts";
import { type IssueView, viewIssue } from "../domain/issue-view.ts";
import { momentText } from "../domain/moments.ts";
import type { ThemeDayFacts } from "../domain/notice.ts";
import { involvedIn, type ParkView } from "../domain/park-view.ts";
import type { Card, Mention } from "../messages/card.ts";
import {
  ownIssuesCard,
  recapCard,
  recapText,
  signUpCard,
  type ThemeDayWords,
  themeDayCall,
} from "../messages/theme-day-card.ts";
import { VEIL } from "../messages/veil.ts";
import type { Db } from "../store/client.ts";
import { readIssues } from "../store/issues.ts";
import { readSession, type Session } from "../store/sessions.ts";

/** What is said about a theme day to one audience. Null: it was cancelled meanwhile, and there is nothing to invite to. */
export async function presentThemeDay(
  db: Db,
  park: ParkView,
  facts: ThemeDayFacts,
  audience: Audience,
  mentions: readonly Mention[],
  now: Date,
): Promise<Card | null> {
  const session = await readSession(db, facts.session);
  if (session === null) return null;
  const words = wordsOf(session, park, now);
  const view = (issue: Issue): IssueView => viewIssue(issue, audience, park, now, VEIL);
  const alerted = (card: Card): Card =>
    mentions.length === 0 ? card : { blocks: [...card.blocks, { kind: "mention", people: mentions }] };
  switch (facts.what) {
    case "invited":
    case "day":
    case "hour":
      if (session.state === "cancelled" || session.state === "ended") return null;
      return alerted(themeDayCall(facts.what, words, facts.instead ?? null));
    case "cancelled":
    case "started":
      return alerted(themeDayCall(facts.what, words, facts.instead ?? null));
    case "signed-up":
      return signUpCard(words, park.directory.enterpriseName(facts.enterprise), facts.by);
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
        agenda: pick(lists.agenda).map((issue) => ({ issue: view(issue), reason: agendaReason(issue, park, now) })),
      });
    }
    case "own":
      return alerted(ownCard(await readIssues(db, facts.issues), facts, { words, audience, park, now }));
  }
}

/** A company's own issues, for its people; or for the coordinator, who passes them on. */
function ownCard(
  issues: readonly Issue[],
  { company, instead }: Extract<ThemeDayFacts, { what: "own" }>,
  { words, audience, park, now }: OwnScene,
): Card {
  const shown = issues.filter((issue) => mayShow(issue, audience, involvedIn(park, issue, [])));
  const hidden = shown.some((issue) => companyShown(issue, audience) === "hidden");
  const name = company === undefined ? instead : park.directory.enterpriseName(company);
  const missed = name !== undefined && hidden ? VEIL.hidden : (name ?? null);
  return ownIssuesCard(
    words,
    shown.map((issue) => viewIssue(issue, audience, park, now, VEIL)),
    missed,
  );
}

interface OwnScene {
  readonly words: ThemeDayWords;
  readonly audience: Audience;
  readonly park: ParkView;
  readonly now: Date;
}

function wordsOf({ number, theme, at, place }: Session, { org }: ParkView, now: Date): ThemeDayWords {
  return { number, theme, place, when: momentText(at, org.park.timeZone, now) };
}
