import { type Conversation, type Reply, sentence } from "../../chat/conversation.ts";
import { isCoordinator } from "../../domain/issue/issue.ts";
import type { Context } from "../../issues/context.ts";
import { noneToCancel } from "../../messages/zh-cn/theme-day-chosen.ts";
import * as words from "../../messages/zh-cn/theme-days.ts";
import { nextNumber } from "../../store/numbers.ts";
import { moveThemeDay, nextThemeDay, runningThemeDay, type ThemeDay } from "../../store/theme-days.ts";
import { PLAN, sentenceWith, step } from "./steps.ts";
import { recapOf, tellInvited, tellOfBeginning, tellOfEnd } from "./tell.ts";
import { choose, openNow } from "./which.ts";

/** A theme day begins, ends, or is called off. */

const HOUR_MS = 3_600_000;
/** It may begin so long before its time, and after it. */
export const NEAR_MS = 12 * HOUR_MS;

/** From when on it may begin. */
export function beginsFrom({ at }: Pick<ThemeDay, "at">): Date {
  return new Date(at.getTime() - NEAR_MS);
}

/** What can be said now of beginning and ending: what is refused for sure is not offered. */
export async function stepsOfHour({ db, now }: Context): Promise<ReadonlySet<"begin" | "end">> {
  if ((await runningThemeDay(db)) !== null) return new Set(["end"]);
  const next = await nextThemeDay(db, now, NEAR_MS);
  return new Set(next !== null && beginsFrom(next) <= now ? ["begin"] : []);
}

export async function beginThemeDay({ ctx, chat, actor, reader }: Conversation): Promise<Reply> {
  const running = await runningThemeDay(ctx.db);
  if (running !== null) return sentenceWith(words.runsAlready(running.theme), step("end"));
  const next = await nextThemeDay(ctx.db, ctx.now, NEAR_MS);
  if (next === null) return sentenceWith(words.NONE_TO_BEGIN, ...(isCoordinator(actor) ? [PLAN] : []));
  const from = beginsFrom(next);
  if (from > ctx.now) return sentence(words.tooEarly(reader.dateTime(next.at), reader.dateTime(from)));
  const group = chat?.audience === "enterprise" ? chat.code : null;
  const begun = await begin(ctx, next, group);
  if (begun === null) return sentence(words.JUST_BEGUN);
  await tellOfBeginning(ctx, begun, chat?.code ?? null);
  const where = begun.chat === null ? null : reader.chat(begun.chat);
  const forCompanies = [{ command: "for", blank: "company-and-issue" } as const, step("capture")];
  return sentenceWith(
    words.begun(begun.number ?? 1, begun.theme, where),
    ...(isCoordinator(actor) ? forCompanies : []),
    step("end"),
  );
}

/** Begins, and gets its number (第 N 期). `group`: where it is held unless a group was planned. Null: somebody was faster. */
async function begin({ db, now }: Context, themeDay: ThemeDay, group: string | null): Promise<ThemeDay | null> {
  const begun = await moveThemeDay(db, themeDay, "running", { startedAt: now, chat: themeDay.chat ?? group });
  if (begun === null) return null;
  // Only who has begun it takes a number, so that none is left out.
  const number = await nextNumber(db, "theme-day");
  return (await moveThemeDay(db, begun, "running", { number })) ?? begun;
}

export async function endThemeDay({ ctx }: Conversation): Promise<Reply> {
  const running = await runningThemeDay(ctx.db);
  const ended = running === null ? null : await end(ctx, running);
  if (ended === null) return sentence(words.NONE_RUNS);
  const { own, total, held } = await recapOf(ctx, ended);
  return sentence(words.ended(ended.number ?? 1, words.recapText(own, total, held)));
}

/** Ends, and everybody is told. Null: somebody was faster. */
export async function end(ctx: Context, themeDay: ThemeDay): Promise<ThemeDay | null> {
  const ended = await moveThemeDay(ctx.db, themeDay, "ended", { endedAt: ctx.now });
  if (ended !== null) await tellOfEnd(ctx, ended);
  return ended;
}

/** 取消: the next one, or that of a date. */
export async function cancelThemeDay({ ctx, reader }: Conversation, text: string): Promise<Reply> {
  const planned = (await openNow(ctx)).filter(({ state }) => state === "planned");
  const chosen = choose(ctx, reader, text, { among: planned, none: noneToCancel });
  if ("problem" in chosen) return sentence(planned.length === 0 ? words.NONE_TO_CANCEL : chosen.problem);
  const { themeDay, rest } = chosen;
  // What is no date may mean another one.
  if (rest === text && text !== "") return sentence(words.WHICH_TO_CANCEL);
  const cancelled = themeDay === null ? null : await moveThemeDay(ctx.db, themeDay, "cancelled", {});
  if (cancelled === null) return sentence(words.NONE_TO_CANCEL);
  await tellInvited(ctx, cancelled, "cancelled");
  return sentence(words.cancelled(reader.dateTime(cancelled.at), cancelled.theme));
}
