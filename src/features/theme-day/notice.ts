import { companyShown } from "../../domain/issue/audience.ts";
import type { Counts } from "../../domain/issue/figures.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import type { Missed } from "../../domain/notice/notice.ts";
import type { Block, Card } from "../../messages/card.ts";
import { say } from "../../messages/card.ts";
import type { Reader } from "../../messages/reader.ts";
import { firstOf, listed } from "../../messages/sections.ts";
import { missedText, NEWS_IN_PRIVATE } from "../../messages/zh-cn/places.ts";
import { HIDDEN_COMPANY } from "../../messages/zh-cn/terms.ts";
import { COMES } from "../../messages/zh-cn/theme-day-chosen.ts";
import * as words from "../../messages/zh-cn/theme-days.ts";
import { noticeKind } from "../../outbox/notice-kind.ts";
import { inOrder, readIssues } from "../../store/issues.ts";
import { readThemeDay, type ThemeDay } from "../../store/theme-days.ts";
import { agendaBlocks, dutyBlocks, MEETING_LIST } from "./lists.ts";
import { JOIN, onDay } from "./steps.ts";
import { nameOf, openNow } from "./which.ts";

/**
 * What is said about a theme day: ids and counts, whose words are made when it goes. `session` is its id, as it has always
 * been kept.
 */
export type ThemeDayFacts =
  | {
      readonly what: Call;
      readonly session: number;
      readonly instead?: Missed | string | undefined;
      /** Told to somebody whose company has signed up. */
      readonly comes?: true | undefined;
    }
  | { readonly what: "signed-up"; readonly session: number; readonly enterprise: string; readonly by: string }
  | {
      readonly what: "recap";
      readonly session: number;
      readonly own: Counts;
      readonly total: Counts;
      readonly held: number;
      /** For the park's offices: what was raised, and what the next one should speak of. */
      readonly lists: { readonly duties: readonly number[]; readonly agenda: readonly number[] } | null;
    }
  | {
      readonly what: "own";
      readonly session: number;
      readonly issues: readonly number[];
      /** The company (its code) that nobody could be told of: pass it on. */
      readonly company?: string | undefined;
      /** The same as it was kept before: its name. */
      readonly instead?: string | undefined;
    };

type Call = keyof typeof words.CALLS;
type Facts<What extends ThemeDayFacts["what"]> = Extract<ThemeDayFacts, { what: What }>;

interface ThemeDayBody {
  readonly kind: "theme-day";
  readonly facts: ThemeDayFacts;
}

/** The facts with what they speak of, as it is when the message goes. */
interface Fresh {
  readonly facts: ThemeDayFacts;
  readonly themeDay: ThemeDay;
  readonly issues: readonly Issue[];
  /** Its date, where another one would be meant without it. */
  readonly day: string;
}

export const themeDayNotice = noticeKind<ThemeDayBody, Fresh>("theme-day", {
  lookAgain: async ({ facts }, ctx) => {
    const { db } = ctx;
    const themeDay = await readThemeDay(db, facts.session);
    if (themeDay === null || isOver(facts, themeDay)) return null;
    const day = nameOf(ctx, themeDay, await openNow(ctx));
    return { facts, themeDay, day, issues: await readIssues(db, issuesOf(facts)) };
  },
  card: ({ facts, themeDay, issues, day }, reader) => {
    switch (facts.what) {
      case "signed-up":
        return signUpCard(facts, themeDay, reader);
      case "recap":
        return recapCard(facts, themeDay, issues, reader);
      case "own":
        return ownCard(facts, themeDay, issues, reader);
      default:
        return callCard(facts, { ...themeDay, day }, reader);
    }
  },
  apart: ({ kind, facts }) =>
    facts.what === "own"
      ? facts.issues.map((issueId) => ({ issueId, body: { kind, facts: { ...facts, issues: [issueId] } } }))
      : null,
  passedOn: ({ kind, facts }, { missed, company }) => ({ kind, facts: passedOn(facts, missed, company) }),
});

function passedOn(facts: ThemeDayFacts, missed: Missed, company: string | null): ThemeDayFacts {
  switch (facts.what) {
    case "signed-up":
    case "recap":
      return facts;
    case "own":
      return { ...facts, company: company ?? undefined };
    default:
      return { ...facts, instead: missed };
  }
}

/** It was called off or held meanwhile, and there is nothing to invite to. */
function isOver({ what }: ThemeDayFacts, { state }: ThemeDay): boolean {
  const invites = what === "invited" || what === "day" || what === "hour";
  return invites && (state === "cancelled" || state === "ended");
}

function issuesOf(facts: ThemeDayFacts): readonly number[] {
  if (facts.what === "own") return facts.issues;
  if (facts.what !== "recap" || facts.lists === null) return [];
  return [...facts.lists.duties, ...facts.lists.agenda];
}

function callCard(
  { what, instead, comes }: Facts<Call>,
  themeDay: ThemeDay & Pick<Fresh, "day">,
  reader: Reader,
): Card {
  const { title, hint } = words.CALLS[what];
  const missed = instead === undefined ? null : missedText(instead, reader.park.directory);
  const joining = comes === undefined && (what === "invited" || what === "day") ? [onDay(JOIN, themeDay.day)] : [];
  return {
    blocks: [
      { kind: "title", text: title },
      { kind: "text", text: `${lineOf(themeDay, reader)}。${comes === undefined ? "" : COMES}` },
      ...relay(missed),
      ...(joining.length === 0 ? [] : [{ kind: "actions" as const, steps: joining }]),
      ...(hint === null ? [] : [{ kind: "hint" as const, text: hint }]),
    ],
  };
}

function signUpCard({ enterprise, by }: Facts<"signed-up">, { at, theme }: ThemeDay, reader: Reader): Card {
  return say(words.comes(reader.company(enterprise), by, reader.dateTime(at), theme));
}

/** `issues`: those of both lists, whichever there are. */
export function recapCard(
  { own, total, held, lists }: Facts<"recap">,
  { number, theme }: ThemeDay,
  issues: readonly Issue[],
  reader: Reader,
): Card {
  const duties = inOrder(lists?.duties ?? [], issues);
  const none: Block = { kind: "text", text: words.NO_DUTIES_AT_ALL };
  const blocks =
    lists === null
      ? []
      : [
          ...(duties.length === 0 ? [none] : dutyBlocks(duties, 1, reader)),
          ...agendaBlocks(inOrder(lists.agenda, issues), 1, reader),
        ];
  return {
    blocks: [
      { kind: "title", text: words.recapTitle(number, theme) },
      { kind: "text", text: words.recapText(own, total, held) },
      ...blocks,
    ],
  };
}

/** A company's own issues, for its people; or for the coordinator, who passes them on. */
export function ownCard(
  { company, instead }: Facts<"own">,
  themeDay: ThemeDay,
  issues: readonly Issue[],
  reader: Reader,
): Card {
  const shown = issues.filter((issue) => reader.may(issue, []));
  if (shown.length === 0 && reader.audience.kind === "enterprise") return say(NEWS_IN_PRIVATE);
  const hidden = shown.some((issue) => companyShown(issue, reader.audience) === "hidden");
  const name = company === undefined ? instead : reader.company(company);
  const line = (issue: Issue) => {
    const view = reader.issue(issue);
    return words.ownLines(words.issueLine({ ...view, company: null }), view.department, view.due);
  };
  return {
    blocks: [
      { kind: "title", text: words.ownTitle(shown.length) },
      { kind: "text", text: `${lineOf(themeDay, reader)}。` },
      ...listed(shown, line, firstOf(MEETING_LIST, words.REST_IN_MINE)).blocks,
      ...relay(name !== undefined && hidden ? HIDDEN_COMPANY : (name ?? null)),
      { kind: "actions", steps: [{ command: "status", id: "any", label: "see-progress" }] },
    ],
  };
}

/** 政企交流主题日第 16 期：11月30日 周一 20:00，用工专场 */
export function lineOf({ number, at, theme, place }: ThemeDay, reader: Reader): string {
  return words.themeDayLine(number, reader.dateTime(at), theme, place);
}

function relay(missed: string | null): readonly Block[] {
  return missed === null ? [] : [{ kind: "text", text: words.passItOn(missed) }];
}
