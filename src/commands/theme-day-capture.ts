import { type Conversation, isTooLong, MAX_TEXT, type Reply, reply, sentence } from "../chat/conversation.ts";
import { readWishes } from "../chat/understand/zh-cn-wishes.ts";
import type { Directory } from "../domain/directory.ts";
import { route } from "../domain/routing.ts";
import { titleOf } from "../domain/title.ts";
import { echo } from "../messages/echo.ts";
import { HIDDEN_COMPANY, someOf } from "../messages/zh-cn/terms.ts";
import { runningThemeDay, saveDraft, takeDraft } from "../store/theme-days.ts";
import { fileFor, originOf } from "./file-issue.ts";

/** 录入: a pasted list of problems becomes issues after one confirmation. */

const MOST_LINES = 50;
const VALID_MS = 24 * 3_600_000;

export interface ReadLine {
  readonly enterprise: string;
  readonly text: string;
}

/** Reads a list, a problem a line, `企业名：内容`. All of it, or what is wrong with each line by its number. */
export function readLines(
  pasted: string,
  directory: Directory,
): { readonly lines: readonly ReadLine[] } | { readonly problems: readonly string[] } {
  const written = pasted
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[-•·*]|[(（]?\d{1,3}[.、)）．])?\s*/u, "").trim())
    .filter((line) => line !== "");
  const lines: ReadLine[] = [];
  const problems: string[] = [];
  for (const [index, line] of written.entries()) {
    const read = readLine(line, directory);
    if (typeof read === "string") problems.push(`第 ${index + 1} 行${read}`);
    else lines.push(read);
  }
  if (written.length > MOST_LINES) problems.push(`共 ${written.length} 行，一次最多 ${MOST_LINES} 行`);
  return problems.length > 0 ? { problems } : { lines };
}

/** Behind the company: a colon or a tab, which its name may have spaces before, else a space or a comma. */
const BORDERS = [/^(.+?)\s*[：:\t]\s*([\s\S]+)$/u, /^(.+?)[\s,，]+([\s\S]+)$/u];

/** One line, or what is wrong with it. */
function readLine(line: string, directory: Directory): ReadLine | string {
  const written = [...line].length;
  if (isTooLong(written)) return `有 ${written} 字，最多 ${MAX_TEXT} 字`;
  const readings = BORDERS.flatMap((border) => {
    const [, name = "", text = ""] = border.exec(line) ?? [];
    return name === "" ? [] : [{ name, text, found: directory.enterpriseNamed(name) }];
  });
  const [first] = readings;
  if (first === undefined) return "要写成「企业名：内容」";
  const { name, text, found } = readings.find((one) => one.found.kind !== "none") ?? first;
  if (found.kind === "none") return `没有叫${echo(name)}的企业`;
  if (found.kind === "many") return `${echo(name)}有几家，请写全名`;
  const wishes = readWishes(text, (category) => directory.categoryNamed(category) !== undefined);
  if (wishes.text === "") return "没有写内容";
  const length = [...text].length;
  return length > MAX_TEXT ? `有 ${length} 字，最多 ${MAX_TEXT} 字` : { enterprise: found.enterprise.code, text };
}

export async function captureLines(conversation: Conversation, rest: string): Promise<Reply> {
  const { work, actor } = conversation;
  const { directory } = work.park;
  const session = await runningThemeDay(work.db);
  if (session === null) return sentence("没有正在进行的主题日，请先说「主题日 开始」。");
  const read = readLines(rest, directory);
  if ("problems" in read) return sentence(`${someOf(read.problems, 5, "处", "；")}。请改好后整份再发，这次没有保存。`);
  if (read.lines.length === 0) return sentence("请在「主题日 录入」后面贴上清单，一行一件：企业名：内容");
  await saveDraft(work.db, { person: actor.name, themeDayId: session.id, lines: read.lines, at: work.now });
  const items = read.lines.map((line, index) => `${index + 1}、${previewOf(conversation, line)}`);
  return reply({
    blocks: [
      { kind: "title", text: `录入 ${items.length} 件，请核对` },
      { kind: "list", items },
      { kind: "hint", text: "全部登记请说：主题日 确认　要改就改好后整份再发" },
    ],
  });
}

/** A line as the issue that it is about to become will stand here: in a group, without what the group may not see. */
function previewOf({ work, reader, actor }: Conversation, { enterprise, text }: ReadLine): string {
  const { directory } = work.park;
  const wishes = readWishes(text, (category) => directory.categoryNamed(category) !== undefined);
  const subject = { confidential: wishes.confidential, enterprise, reporter: { name: actor.name } };
  const company = reader.companyOf(subject) ?? HIDDEN_COMPANY;
  const routing = route(wishes.text, directory, wishes.category);
  const unit = routing.kind === "sure" ? routing.department.name : "待派单";
  return `${company}：${titleOf(reader.text(wishes.text, subject))}（${unit}）`;
}

/** 确认: files what was read, once. */
export async function confirmLines(conversation: Conversation): Promise<Reply> {
  const { work, actor } = conversation;
  const draft = await takeDraft(work.db, actor.name);
  if (draft === null || work.now.getTime() - draft.at.getTime() > VALID_MS) {
    return sentence("没有等确认的清单，请先说：主题日 录入，后面一行一件。");
  }
  const session = await runningThemeDay(work.db);
  if (session?.id !== draft.themeDayId)
    return sentence("那一期主题日已经结束，清单没有登记；单件请说：代 企业名 诉求 …");
  const numbers: number[] = [];
  for (const { enterprise, text } of draft.lines) {
    const company = work.park.directory.enterprise(enterprise);
    if (company === undefined) throw new Error(`the company ${enterprise} left the org file`);
    const filed = await fileFor(conversation, company, text, actor, { ...originOf(conversation), pictures: 0 });
    if (filed.issueId !== null) numbers.push(filed.issueId);
  }
  const missed = draft.lines.length - numbers.length;
  const range = numbers.length === 0 ? "" : `，编号 ${numbers.map((id) => `#${id}`).join("、")}`;
  return sentence(`已登记 ${draft.lines.length} 件${range}${missed > 0 ? `，另有 ${missed} 件保密` : ""}。`);
}
