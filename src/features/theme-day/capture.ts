import {
  type Conversation,
  callingForHelp,
  isTooLong,
  MAX_TEXT,
  type Reply,
  sentence,
  withCard,
} from "../../chat/conversation.ts";
import type { Doing } from "../../chat/understand/outcome.ts";
import { isDanger } from "../../chat/understand/zh-cn-danger.ts";
import { wishesIn } from "../../chat/wishes.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import type { Directory } from "../../domain/park/directory.ts";
import { routeIn } from "../../domain/routing/decide.ts";
import { titleOf } from "../../domain/zh-cn-title.ts";
import { raise } from "../../issues/submit.ts";
import { type Block, saying } from "../../messages/card.ts";
import { commandWord } from "../../messages/zh-cn/commands.ts";
import { YES_OR_NO } from "../../messages/zh-cn/conversation.ts";
import { marks } from "../../messages/zh-cn/issues.ts";
import { HIDDEN_COMPANY } from "../../messages/zh-cn/terms.ts";
import * as words from "../../messages/zh-cn/theme-days.ts";
import type { DraftLine } from "../../store/schema-theme-days.ts";
import { runningThemeDay, saveDraft, takeDraft } from "../../store/theme-days.ts";
import { stepsOfHour } from "./hold.ts";
import { sentenceWith, step } from "./steps.ts";
import { linesIn, readingsOf, SUB_WORDS } from "./zh-cn-said.ts";

/** 录入: a pasted list of problems becomes issues after one confirmation. */

const MOST_LINES = 50;
const VALID_MS = 24 * 3_600_000;

/** Reads a list, a problem a line, `企业名：内容`. All of it, or what is wrong with each line by its number. */
export function readLines(
  pasted: string,
  directory: Directory,
): { readonly lines: readonly DraftLine[] } | { readonly problems: readonly string[] } {
  const written = linesIn(pasted);
  const lines: DraftLine[] = [];
  const problems: string[] = [];
  for (const [index, line] of written.entries()) {
    const read = readLine(line, directory);
    if (typeof read === "string") problems.push(words.problemOfLine(index + 1, read));
    else lines.push(read);
  }
  if (written.length > MOST_LINES) problems.push(words.tooManyLines(written.length, MOST_LINES));
  return problems.length > 0 ? { problems } : { lines };
}

/** One line, or what is wrong with it. */
function readLine(line: string, directory: Directory): DraftLine | string {
  const problem = words.LINE_PROBLEMS;
  const written = [...line].length;
  if (isTooLong(written)) return problem.length(written, MAX_TEXT);
  const readings = readingsOf(line).map((one) => ({ ...one, match: directory.companyNamed(one.name) }));
  const [first] = readings;
  if (first === undefined) return problem.shape;
  const { name, text, match } = readings.find((one) => one.match.kind !== "none") ?? first;
  if (match.kind === "none") return words.noSuchCompany(name);
  if (match.kind === "many") return problem.several(name);
  if (wishesIn(text, directory).text === "") return problem.empty;
  const length = [...text].length;
  return length > MAX_TEXT ? problem.length(length, MAX_TEXT) : { enterprise: match.found.code, text };
}

export async function captureLines(conversation: Conversation, rest: string): Promise<Reply> {
  const { ctx, actor } = conversation;
  const themeDay = await runningThemeDay(ctx.db);
  if (themeDay === null) {
    const mayBegin = (await stepsOfHour(ctx)).has("begin");
    return sentenceWith(words.NONE_RUNS, ...(mayBegin ? [step("begin", { label: "first-begin" })] : []));
  }
  const read = readLines(rest, ctx.park.directory);
  if ("problems" in read) return sentence(words.nothingKept(read.problems));
  const { lines } = read;
  if (lines.length === 0) return sentence(words.NO_LINES);
  await saveDraft(ctx.db, { person: actor.name, themeDayId: themeDay.id, lines, at: ctx.now });
  const blocks: Block[] = [
    { kind: "title", text: words.readBack(lines.length) },
    { kind: "list", items: lines.map((line, index) => previewOf(conversation, line, index + 1)) },
    { kind: "actions", steps: [step("confirm", { label: "register-all" })] },
    saying("hint", words.MEND_AND_SEND_AGAIN),
    { kind: "choices", words: YES_OR_NO },
  ];
  return { ...withCard({ blocks }), asks: { ask: "offer", doings: [CONFIRMING] } };
}

/** 主题日 确认: what a yes to the list comes to. */
const CONFIRMING: Doing = { command: "theme", word: commandWord("theme"), number: null, rest: SUB_WORDS.confirm[0] };

/** A line as the issue that it is about to become will stand here: in a group, without what the group may not see. */
function previewOf({ ctx, reader, actor }: Conversation, { enterprise, text }: DraftLine, number: number): string {
  const { directory } = ctx.park;
  const wishes = wishesIn(text, directory);
  const subject = { confidential: wishes.confidential, enterprise, reporter: { name: actor.name } };
  const company = reader.companyOf(subject) ?? HIDDEN_COMPANY;
  const routing = routeIn(wishes.text, ctx.park, wishes.category);
  const department = routing.kind === "sure" ? routing.department.name : words.UNDISPATCHED;
  const title = `${marks(wishes)}${titleOf(reader.text(wishes.text, subject))}`;
  return words.lineReadBack(number, company, title, department);
}

/** 确认: files what was read, once. */
export async function confirmLines(conversation: Conversation): Promise<Reply> {
  const { ctx, actor, chat } = conversation;
  const draft = await takeDraft(ctx.db, actor.name);
  if (draft === null || ctx.now.getTime() - draft.at.getTime() > VALID_MS) return sentence(words.NOTHING_TO_CONFIRM);
  const themeDay = await runningThemeDay(ctx.db);
  if (themeDay?.id !== draft.themeDayId) {
    return sentenceWith(words.OVER_MEANWHILE, { command: "for", blank: "company-and-issue", label: "one-issue" });
  }
  const issues: Issue[] = [];
  const { lines } = draft;
  for (const line of lines) issues.push(await file(conversation, line));
  // No group hears the number of a confidential one.
  const named = issues.filter((issue) => chat === null || !issue.confidential);
  const reply = sentence(
    words.registered(
      issues.length,
      named.map((issue) => issue.id),
    ),
  );
  return lines.some(({ text }) => isDanger(text)) ? callingForHelp(reply) : reply;
}

/** Files one line for its company, in the name of the coordinator; while the theme day runs, it belongs to it. */
async function file(conversation: Conversation, { enterprise, text }: DraftLine): Promise<Issue> {
  const { ctx, publicIn } = conversation;
  const { directory } = ctx.park;
  if (directory.company(enterprise) === undefined) throw new Error(`the company ${enterprise} left the org file`);
  return raise(conversation, { ...wishesIn(text, directory), enterprise, pictures: 0, publicIn });
}
