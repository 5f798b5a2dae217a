import { type Conversation, type Reply, reply, sentence } from "../chat/conversation.ts";
import { narrow } from "../chat/understand/parse.ts";
import { isCoordinator } from "../domain/issue.ts";
import { echo } from "../messages/echo.ts";
import { themeDayLine } from "../messages/theme-day-card.ts";
import { invitationsOf, nextThemeDay, runningThemeDay } from "../store/theme-days.ts";
import { captureLines, confirmLines } from "./theme-day-capture.ts";
import { beginThemeDay, cancelNext, endThemeDay } from "./theme-day-hold.ts";
import { showAgenda, showDuties } from "./theme-day-lists.ts";
import { inviteCompanies, planThemeDay, signUpFor } from "./theme-day-plan.ts";
import { wordsOf } from "./theme-day-words.ts";

/** 主题日 and what stands behind it. */

type SubCommand = (conversation: Conversation, rest: string) => Promise<Reply>;

interface Sub {
  readonly words: readonly string[];
  readonly run: SubCommand;
  readonly who: "everybody" | "staff" | "office" | "coordinator";
  /** Names companies, which no group of companies may read. */
  readonly inside?: true;
}

const SUBS: readonly Sub[] = [
  { words: ["新建", "new"], run: planThemeDay, who: "coordinator" },
  { words: ["邀请", "invite"], run: inviteCompanies, who: "coordinator", inside: true },
  { words: ["报名", "参加", "join"], run: signUpFor, who: "everybody" },
  { words: ["取消", "cancel"], run: cancelNext, who: "coordinator" },
  { words: ["开始", "start"], run: beginThemeDay, who: "office" },
  { words: ["结束", "end"], run: endThemeDay, who: "office" },
  { words: ["录入", "capture"], run: captureLines, who: "coordinator", inside: true },
  { words: ["确认", "confirm"], run: confirmLines, who: "coordinator" },
  { words: ["清单", "list"], run: showDuties, who: "staff", inside: true },
  { words: ["议程", "agenda"], run: showAgenda, who: "staff", inside: true },
];

export async function themeDay(conversation: Conversation, rest: string): Promise<Reply> {
  if (rest === "") return overview(conversation);
  const found = subOf(rest);
  if (found === undefined) return sentence(`看不懂${echo(rest)}，可以说：${usages(conversation).join("、")}。`);
  const { sub, word } = found;
  const refused = refusalFor(conversation, sub);
  if (refused !== null) return sentence(refused);
  return sub.run(conversation, rest.slice(word.length).replace(/^[ \t，,：:]+/u, ""));
}

/** Whether what stands behind the command is a list to be taken in: the one thing that may be longer than a text. */
export function isPastedList(rest: string): boolean {
  return subOf(rest)?.sub.run === captureLines;
}

function subOf(rest: string): { readonly sub: Sub; readonly word: string } | undefined {
  const plain = narrow(rest).toLowerCase();
  return SUBS.flatMap((sub) => sub.words.map((word) => ({ sub, word }))).find(({ word }) => plain.startsWith(word));
}

function refusalFor({ actor, audience }: Conversation, { who, words, inside }: Sub): string | null {
  const word = words[0] ?? "";
  const office = isCoordinator(actor) || actor.role === "leader";
  const allowed = {
    everybody: true,
    staff: office || actor.department !== undefined,
    office,
    coordinator: isCoordinator(actor),
  }[who];
  const whose = { everybody: "大家", staff: "工作人员", office: "营商办和园区领导", coordinator: "营商办" }[who];
  if (!allowed) return `「主题日 ${word}」由${whose}使用。`;
  return inside && audience.kind === "enterprise" ? `请在督办群或私聊里说「主题日 ${word}」。` : null;
}

function usages({ actor }: Conversation): readonly string[] {
  if (isCoordinator(actor))
    return ["主题日 新建 11月30日 20:00 主题 地点 …", "主题日 邀请 企业名", "主题日 开始", "主题日 结束"];
  if (actor.role === "leader") return ["主题日 开始", "主题日 结束", "主题日 清单", "主题日 议程"];
  return actor.department === undefined ? ["主题日 报名"] : ["主题日 清单", "主题日 议程"];
}

/** The running one and the next: when, where, who comes, and what this person can say. */
async function overview(conversation: Conversation): Promise<Reply> {
  const { work } = conversation;
  const [running, next] = [await runningThemeDay(work.db), await nextThemeDay(work.db, work.now)];
  const lines: string[] = [];
  if (running !== null) lines.push(`正在进行　${themeDayLine(wordsOf(running, work))}`);
  if (next !== null) {
    const invited = await invitationsOf(work.db, next.id);
    const signedUp = invited.filter((one) => one.signedUpAt !== null).length;
    const sent = invited.filter((one) => one.invitedAt !== null).length;
    lines.push(`下一期　${themeDayLine(wordsOf(next, work))}　已邀请 ${sent} 家，报名 ${signedUp} 家`);
  }
  const hint = `可以说：${usages(conversation).join("、")}`;
  if (lines.length === 0) return sentence(`还没有安排主题日。${isCoordinator(conversation.actor) ? hint : ""}`);
  return reply({
    blocks: [
      { kind: "title", text: "政企交流主题日" },
      { kind: "list", items: lines },
      { kind: "hint", text: hint },
    ],
  });
}
