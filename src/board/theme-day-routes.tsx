import { visible } from "../chat/find.ts";
import { themeDayWords } from "../features/theme-day/feature.ts";
import { MEETING_LIST } from "../features/theme-day/lists.ts";
import { subNamed, writtenFor } from "../features/theme-day/zh-cn-said.ts";
import type { Card } from "../messages/card.ts";
import { say } from "../messages/card.ts";
import { PROBLEMS } from "../messages/zh-cn/board.ts";
import { commandWord } from "../messages/zh-cn/commands.ts";
import { readInOrder, readIssues } from "../store/issues.ts";
import {
  agendaIds,
  countsOfThemeDays,
  invitationsByThemeDay,
  invitationsOf,
  issueIdsOfThemeDay,
  latestThemeDays,
  readThemeDay,
} from "../store/theme-days.ts";
import { type Asking, fieldsIn, numberIn, type Outcome, type Route } from "./page.ts";
import { THEME_DAYS_AT } from "./theme-day-forms.tsx";
import { ThemeDayPage } from "./theme-day-page.tsx";
import { ThemeDaysPage } from "./theme-days-page.tsx";

/** The theme days, one of them with what is printed of it, and what can be done about them. */
export const THEME_DAY_ROUTES: readonly Route[] = [
  { method: "get", path: THEME_DAYS_AT, handle: (asking) => overview(asking, asking.said) },
  { method: "post", path: THEME_DAYS_AT, handle: act },
  { method: "get", path: `${THEME_DAYS_AT}/:id`, handle: one },
];

/** A year of them, and more. */
const MOST = 80;

async function overview({ conversation, frame }: Asking, said: Card | null): Promise<Outcome> {
  const { db } = conversation.ctx;
  const may = themeDayWords(conversation);
  const themeDays = await latestThemeDays(db, MOST);
  const open = themeDays.filter(({ state }) => state === "running" || state === "planned");
  const invitations = await invitationsByThemeDay(
    db,
    open.map(({ id }) => id),
  );
  const agenda = may.has("agenda") ? await agendaFor(conversation) : [];
  return {
    page: <ThemeDaysPage {...{ conversation, themeDays, may, invitations, agenda, said }} frame={frame("themeDays")} />,
  };
}

/** As 议程; of a unit what is its own, wherever that stands. */
async function agendaFor(conversation: Asking["conversation"]) {
  const { db, now } = conversation.ctx;
  const all = await agendaIds(db, now);
  const ids = conversation.reader.audience.kind === "department" ? all : all.slice(0, MEETING_LIST);
  return (await visible(conversation, await readInOrder(db, ids))).slice(0, MEETING_LIST);
}

async function one({ conversation, request, frame }: Asking): Promise<Outcome> {
  const { db } = conversation.ctx;
  const themeDay = await readThemeDay(db, numberIn(request));
  if (themeDay === null || !themeDayWords(conversation).has("duties")) return { problem: "no-theme-day", status: 404 };
  const ids = await issueIdsOfThemeDay(db, themeDay.id);
  const issues = await visible(conversation, await readIssues(db, ids));
  const seesAll = issues.length === ids.length;
  const props = {
    conversation,
    themeDay,
    issues,
    invited: await invitationsOf(db, themeDay.id),
    counts: seesAll ? await countsOfThemeDays(db, themeDay.id) : null,
  };
  return { page: <ThemeDayPage {...props} frame={frame("themeDays")} /> };
}

/** Says behind 主题日 what a form asks for. */
async function act(asking: Asking): Promise<Outcome> {
  const { conversation, request } = asking;
  const fields = fieldsIn(request.body);
  const name = subNamed(fields["sub"]);
  const command = conversation.commands.find((one) => one.name === "theme");
  if (name === null || command === undefined) return { problem: "not-possible", status: 400 };
  const rest = writtenFor(name, fields);
  const { card } = await command.run(conversation, { word: commandWord("theme"), id: 0, number: null, rest });
  const said = card ?? say(PROBLEMS["not-possible"]);
  // What was read of a list may be longer than what goes with the way back.
  return name === "capture" ? overview(asking, said) : { to: THEME_DAYS_AT, said };
}
