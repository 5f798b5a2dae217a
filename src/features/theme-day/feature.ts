import { command } from "../../chat/command.ts";
import { type Conversation, type Reply, sentence, withCard } from "../../chat/conversation.ts";
import { type Actor, isCoordinator } from "../../domain/issue/issue.ts";
import * as words from "../../messages/zh-cn/theme-days.ts";
import { invitationsOf, nextThemeDay, runningThemeDay } from "../../store/theme-days.ts";
import type { Feature } from "../feature.ts";
import { captureLines, confirmLines } from "./capture.ts";
import { themeDayClock } from "./clock.ts";
import { beginThemeDay, cancelThemeDay, endThemeDay, stepsOfHour } from "./hold.ts";
import { showAgenda, showDuties } from "./lists.ts";
import { lineOf, themeDayNotice } from "./notice.ts";
import { inviteCompanies, planThemeDay, signUpFor } from "./plan.ts";
import { sentenceWith, stepsFor, usageOf } from "./steps.ts";
import { behindWord, type SubName } from "./zh-cn-said.ts";

interface Sub {
  readonly name: SubName;
  readonly run: (conversation: Conversation, rest: string) => Promise<Reply>;
  readonly who: words.ThemeDayCircle;
  /** Names companies, which no group of companies may read. */
  readonly inside?: true;
}

/** What stands behind 主题日. */
const SUBS: readonly Sub[] = [
  { name: "plan", run: planThemeDay, who: "coordinator" },
  { name: "invite", run: inviteCompanies, who: "coordinator", inside: true },
  { name: "join", run: signUpFor, who: "everybody" },
  { name: "cancel", run: cancelThemeDay, who: "coordinator" },
  { name: "begin", run: beginThemeDay, who: "office" },
  { name: "end", run: endThemeDay, who: "office" },
  { name: "capture", run: captureLines, who: "coordinator", inside: true },
  { name: "confirm", run: confirmLines, who: "coordinator" },
  { name: "duties", run: showDuties, who: "staff", inside: true },
  { name: "agenda", run: showAgenda, who: "staff", inside: true },
];

/** 政企交流主题日. */
export const themeDay: Feature = {
  commands: [
    command("theme", {
      number: "no",
      who: "everybody",
      // A list to be taken in is the one thing that may be longer than a text.
      takesLong: (rest) => subOf(rest)?.sub.name === "capture",
      run: (conversation, { rest }) => answerTo(conversation, rest),
    }),
  ],
  notices: [themeDayNotice],
  clock: [themeDayClock],
};

async function answerTo(conversation: Conversation, rest: string): Promise<Reply> {
  if (rest === "") return overview(conversation);
  const found = subOf(rest);
  if (found === undefined) {
    const { actor, ctx } = conversation;
    return sentenceWith(words.notUnderstood(rest), ...stepsFor(actor, await stepsOfHour(ctx)));
  }
  const { sub, behind } = found;
  const refused = refusalFor(conversation, sub);
  return refused === null ? sub.run(conversation, behind) : sentence(refused);
}

/** What this person may say behind 主题日 here. */
export function themeDayWords(conversation: Conversation): ReadonlySet<SubName> {
  return new Set(SUBS.filter((sub) => refusalFor(conversation, sub) === null).map(({ name }) => name));
}

function subOf(rest: string): { readonly sub: Sub; readonly behind: string } | undefined {
  for (const sub of SUBS) {
    const behind = behindWord(rest, sub.name);
    if (behind !== null) return { sub, behind };
  }
  return undefined;
}

function refusalFor({ actor, reader: { audience } }: Conversation, { name, who, inside }: Sub): string | null {
  if (!mayUse(actor, who)) return words.saidByOthers(usageOf(name), who);
  return inside && audience.kind === "enterprise" ? words.notAmongCompanies(usageOf(name)) : null;
}

function mayUse(actor: Actor, who: words.ThemeDayCircle): boolean {
  const office = isCoordinator(actor) || actor.role === "leader";
  switch (who) {
    case "everybody":
      return true;
    case "staff":
      return office || actor.department !== undefined;
    case "office":
      return office;
    case "coordinator":
      return isCoordinator(actor);
  }
}

/** The running one and the next: when, where, who comes, and what this person can say. */
async function overview({ ctx, actor, reader }: Conversation): Promise<Reply> {
  const [running, next] = [await runningThemeDay(ctx.db), await nextThemeDay(ctx.db, ctx.now)];
  const items: string[] = [];
  if (running !== null) items.push(words.runningLine(lineOf(running, reader)));
  if (next !== null) {
    const invited = await invitationsOf(ctx.db, next.id);
    const sent = invited.filter((one) => one.invitedAt !== null).length;
    const coming = invited.filter((one) => one.signedUpAt !== null).length;
    items.push(words.nextLine(lineOf(next, reader), sent, coming));
  }
  const steps = stepsFor(actor, await stepsOfHour(ctx));
  if (items.length === 0) return sentenceWith(words.NONE_PLANNED, ...(isCoordinator(actor) ? steps : []));
  return withCard({
    blocks: [
      { kind: "title", text: words.THEME_DAY },
      { kind: "list", items },
      { kind: "actions", steps },
    ],
  });
}
