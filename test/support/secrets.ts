import { eq, gt, max } from "drizzle-orm";
import { nothingSaid } from "../../src/chat/nothing-said.ts";
import { reply } from "../../src/chat/reply.ts";
import type { Issue, State } from "../../src/domain/issue/issue.ts";
import type { NoticeBody, Target } from "../../src/domain/notice/notice.ts";
import { createPark, type Park, withNamesOf } from "../../src/domain/park/park.ts";
import type { Context } from "../../src/issues/context.ts";
import { Reader } from "../../src/messages/reader.ts";
import { renderText } from "../../src/messages/render-text.ts";
import { GONE } from "../../src/messages/zh-cn/places.ts";
import { cardOf } from "../../src/outbox/compose.ts";
import { readerOf } from "../../src/outbox/reader-of.ts";
import type { Database } from "../../src/store/client.ts";
import { insertAssist, insertIssue, insertRequest } from "../../src/store/issues.ts";
import { saveContact } from "../../src/store/people.ts";
import { issues, notices } from "../../src/store/schema.ts";
import { insertSupervision } from "../../src/store/supervisions.ts";
import { insertThemeDay, moveThemeDay } from "../../src/store/theme-days.ts";
import { COMMANDS, COMMON, KINDS } from "./commands.ts";
import { freshDatabase, type TestDatabase } from "./databases.ts";
import { ORG, on, parkOf } from "./domain.ts";
import { newIssue, openStore } from "./store.ts";

/**
 * Everything that leaves the program about a confidential issue, read in every place where it arrives. 周长友 of 中塑科技 raised it
 * in private; 吴晓燕 is his colleague, 陈立新 of another company. Nobody but 周长友 and the coordinator, 李敏, may read a word by which
 * the company, its people or a telephone number could be known, in whatever field it was written.
 */

export const NOW = on("11-18 10:00");
const SECRETS = ["中塑", "ZSTech", "周长友", "吴晓燕", "zhouchangyou", "张卫国", "13812345678", "1381234", "8223456"];
export const BAIT = "湖南中塑科技有限公司周长友和吴晓燕说，联系人张卫国13812345678或0746-8223456";
/** What is hidden is hidden where it begins, where it is cut and where it ends. */
const TEXT = `${"停".repeat(18)}13812345678中塑科技围墙，${BAIT}`;
/** He has raised a confidential issue before he said which company he is from. */
const GUEST_ID = "0399001";
const REPORTER = { name: "周长友", platform: "wecom", userId: "zhouchangyou", verified: true } as const;

const ORG_WITH_GROUPS = {
  chats: [
    ...ORG.chats,
    { code: "qiye-ding", platform: "dingtalk", chatId: "cidQiye", name: "企业钉钉群", audience: "enterprise" },
    {
      code: "jingfa",
      platform: "dingtalk",
      chatId: "cidEconomy",
      name: "经发局群",
      audience: "department",
      department: "economy",
    },
    {
      code: "zhujian",
      platform: "dingtalk",
      chatId: "cidWorks",
      name: "住建局群",
      audience: "department",
      department: "works",
    },
  ],
} as const;
/** Everybody can be written to; nobody, so that groups stand in for people; him alone who raised it; the company is gone. */
export const PARKS = {
  "with direct messages": parkOf(ORG_WITH_GROUPS),
  "with groups alone": parkOf(ORG_WITH_GROUPS, []),
  "where the coordinator cannot be written to": createPark(
    { ...ORG, ...ORG_WITH_GROUPS },
    (_platform, userId) => userId === REPORTER.userId || userId === GUEST_ID,
    new Map(),
    GONE,
  ),
  "which the company has left": createPark(
    {
      ...ORG,
      ...ORG_WITH_GROUPS,
      enterprises: ORG.enterprises.filter((one) => one.code !== "zhongsu"),
      people: ORG.people.filter((one) => one.enterprise !== "zhongsu"),
    },
    () => true,
    withNamesOf(ORG, new Map()),
    GONE,
  ),
};

/** Who says something, and where. */
export const SPEAKERS = [
  ["陈立新", "wecom", "chenlixin", "wrkQiye"],
  ["陈立新", "wecom", "chenlixin", null],
  ["吴晓燕", "wecom", "wuxiaoyan", null],
  ["周长友", "wecom", "zhouchangyou", "wrkQiye"],
  ["周长友", "wecom", "zhouchangyou", null],
  ["小何", "dingtalk", GUEST_ID, "cidQiye"],
  ["王建国", "dingtalk", "0254571", "cidPower"],
  ["王建国", "dingtalk", "0254571", null],
  ["杨帆", "dingtalk", "0254110", "cidEconomy"],
  ["曾敏", "dingtalk", "0254130", "cidWorks"],
  ["李敏", "wecom", "limin", "wrkDuban"],
  ["李敏", "dingtalk", "limin01", "cidPower"],
  ["李敏", "wecom", "limin", "wrkQiye"],
  ["李敏", "wecom", "limin", null],
  ["赵长河", "wecom", "zhaochanghe", "wrkDuban"],
  ["赵长河", "wecom", "zhaochanghe", null],
] as const;
export type Speaker = (typeof SPEAKERS)[number];
/** Somebody whom nobody knows, in a group. */
export const STRANGER = ["访客", "wecom", "fangke01", "wrkQiye"] as const;
type Stranger = typeof STRANGER;

/** What arrived somewhere: the place, and the words as somebody reads them. */
export interface Arrival {
  readonly place: string;
  readonly kind: NoticeBody["kind"];
  readonly words: string;
  /** Those whose secret it is. */
  readonly insider: boolean;
}

const ROLLBACK = new Error("taken back");

/** A ledger with the confidential issue and everything that can stand beside it, and what was sent from it. */
export class SecretLedger {
  readonly issueId: number;
  readonly #files: TestDatabase;
  readonly #database: Database;
  /** How many messages of each kind were read. */
  readonly read = new Map<NoticeBody["kind"], number>();

  private constructor(files: TestDatabase, database: Database, issueId: number) {
    this.#files = files;
    this.#database = database;
    this.issueId = issueId;
  }

  static async open(): Promise<SecretLedger> {
    const files = await freshDatabase("postgresql");
    const database = await openStore(files);
    const { db } = database;
    const { id: issueId } = await insertIssue(db, secretIssue("in_progress"));
    const other = { name: "陈立新", platform: "wecom", userId: "chenlixin", verified: true } as const;
    await insertIssue(db, newIssue({ text: "路灯坏了", title: "路灯坏了", enterprise: "xiangjing", reporter: other }));
    await insertAssist(db, issueId, { department: "works", askedAt: NOW, due: on("11-19 10:00"), doneAt: null });
    const open = { decidedBy: null, decidedAt: null, decision: null, state: "pending" } as const;
    const asked = { issueId, askedBy: "王建国", askedAt: NOW, department: null, until: on("11-27 10:00"), ...open };
    await insertRequest(db, { ...asked, kind: "extend", reason: BAIT });
    const pressed = { issueId, kind: "supervise", year: 2026, number: 99, text: BAIT, by: "李敏", at: NOW } as const;
    await insertSupervision(db, { ...pressed, department: "power" });
    const guest = { platform: "dingtalk", userId: GUEST_ID, name: "小何", enterprise: null, verified: false } as const;
    const waiting = { issues: [{ text: `保密 ${TEXT}`, pictures: 0, chat: "qiye-ding" }] };
    await saveContact(db, { ...guest, choices: [], waiting });
    return new SecretLedger(files, database, issueId);
  }

  async close(): Promise<void> {
    await this.#database.close();
    await this.#files.drop();
  }

  /** Does something in a transaction that is taken back, and reads everything that it would send, as it is made when it goes. */
  async arrivals(park: Park, now: Date, act: (ctx: Context) => Promise<void>): Promise<readonly Arrival[]> {
    const found: Arrival[] = [];
    const attempt = this.#database.db.transaction(async (tx) => {
      const ctx: Context = { db: tx, now, park };
      const [before] = await tx.select({ id: max(notices.id) }).from(notices);
      await act(ctx);
      for (const notice of await tx
        .select()
        .from(notices)
        .where(gt(notices.id, before?.id ?? 0))) {
        const { body, target } = notice;
        this.read.set(body.kind, (this.read.get(body.kind) ?? 0) + 1);
        if (body.kind === "attachment") continue;
        const reader = await readerOf(tx, park, notice);
        const card = reader === null ? null : await cardOf({ ...ctx, kinds: KINDS }, notice, new Reader(reader, ctx));
        if (card === null) continue;
        found.push({ kind: body.kind, place: placeOf(target), words: renderText(card), insider: isInsider(target) });
      }
      throw ROLLBACK;
    });
    await attempt.catch((error: unknown) => {
      if (error !== ROLLBACK) throw error;
    });
    return found;
  }
}

function secretIssue(state: State, more: Partial<Issue> = {}): Omit<Issue, "id"> {
  const dispatched = state !== "submitted";
  return newIssue({
    state,
    text: TEXT,
    title: `${"停".repeat(18)}1381234567…`,
    confidential: true,
    publicIn: null,
    reporter: REPORTER,
    enterprise: "zhongsu",
    department: dispatched ? "power" : null,
    suggestions: dispatched ? [] : ["power", "economy"],
    handler: dispatched ? "王建国" : null,
    submittedAt: on("11-16 09:00"),
    dispatchDue: on("11-16 15:30"),
    dispatchedAt: dispatched ? on("11-16 09:00") : null,
    signDue: dispatched ? on("11-16 15:30") : null,
    contactDue: dispatched ? on("11-17 09:00") : null,
    due: dispatched ? on("11-20 09:00") : null,
    firstDue: dispatched ? on("11-19 09:00") : null,
    limit: "5d",
    limitMinutes: 1950,
    measure: BAIT,
    measureAt: on("11-16 11:00"),
    measureDue: on("11-19 17:30"),
    publicAnswer: BAIT,
    answeredAt: state === "answered" || state === "closed" ? on("11-17 09:00") : null,
    answeredBy: state === "answered" ? "王建国" : null,
    heardAt: state === "answered" ? on("11-17 10:00") : null,
    withdrawnAt: state === "withdrawn" ? on("11-17 16:00") : null,
    withdrawnFrom: state === "withdrawn" ? "in_progress" : null,
    mergedInto: state === "merged" ? 1 : null,
    confirmDue: state === "answered" ? on("11-20 09:00") : null,
    supplementDue: state === "waiting" ? on("11-19 09:00") : null,
    stageDue: on("11-19 09:00"),
    reviewAt: state === "on_hold" ? on("11-30 09:00") : null,
    closedAt: state === "closed" ? on("11-17 16:00") : null,
    outcome: state === "closed" ? "explained" : null,
    level: 1,
    rework: 1,
    ...more,
  });
}

function placeOf(target: Target): string {
  if (target.kind === "chat") return target.code;
  return target.kind === "person" ? `${target.name}（私信）` : `${target.chatId ?? `direct ${target.userId}`}`;
}

/** By where it really goes, whatever the program takes its reader for. */
function isInsider(target: Target): boolean {
  if (target.kind === "chat") return false;
  if (target.kind === "reply" && target.chatId !== null) return false;
  return ["limin", "limin01", "zhouchangyou", GUEST_ID].includes(target.userId ?? "");
}

/** What is hidden from the reader and stands there all the same; words that the reader has just written himself are not. */
export function leaksOf({ insider, words, place }: Arrival, written = ""): readonly string[] {
  if (insider) return [];
  const read = words.normalize("NFKC").replace(/\s/gu, "").toLowerCase();
  return SECRETS.filter((secret) => !written.includes(secret)).flatMap((secret) => {
    const at = read.indexOf(secret.toLowerCase());
    return at < 0 ? [] : [`${place}: ${secret} in …${read.slice(Math.max(at - 30, 0), at + 30)}…`];
  });
}

/** Every word that may be said, about this issue, with a bait wherever there is room for text. */
function saidAbout(id: number): readonly string[] {
  const usages = COMMANDS.map(({ usage }) =>
    usage.replace("12", String(id)).replace(/…|原因和去处|原因|协办意见/u, BAIT),
  );
  return [
    ...usages.filter((usage) => !usage.startsWith("诉求")),
    `核实 ${id}`,
    `进度 ${id}`,
    `帮助 ${id}`,
    `措施 ${id} ${BAIT}`,
    `派单 ${id} 经发局 ${BAIT}`,
    `转派 ${id} 经发局 ${BAIT}`,
    `退单 ${id} ${BAIT}，建议经发局`,
    `批示 ${id} ${BAIT}`,
    "进度",
    "统计 本周",
    "主题日 清单",
    "主题日 议程",
    `主题日 录入\n中塑科技：保密 ${TEXT}`,
    "主题日 结束",
    "我是 中塑科技",
    `代 中塑科技 诉求 保密 ${TEXT}`,
    `诉求 保密 ${TEXT}`,
    "搜索 停停",
    "搜索 围墙",
  ];
}

export function say([name, platform, senderId, groupId]: Speaker | Stranger, text: string) {
  const message = { ...nothingSaid({ platform, groupId, senderId }), messageId: "m1", senderName: name, text };
  return {
    platform,
    messageId: "m1",
    streamId: null,
    message,
    receivedAt: NOW,
    retryAt: NOW,
    doneAt: null,
    attempts: 0,
    reply: null,
  };
}

/** Puts the issue into a state, with everything that it may have by then. */
export async function putIn({ db }: Context, id: number, state: State): Promise<void> {
  const { reporter: _, ...row } = secretIssue(state);
  await db.update(issues).set(row).where(eq(issues.id, id));
}

/** A theme day that runs, with every issue of the ledger in it. */
export async function runningThemeDay({ db }: Context) {
  const session = await insertThemeDay(db, {
    theme: "用电专场",
    at: NOW,
    place: null,
    chat: "qiye",
    slot: null,
    createdBy: "李敏",
    createdAt: NOW,
  });
  if (session === null) throw new Error("no theme day");
  const running = await moveThemeDay(db, session, "running", { startedAt: NOW, number: 1 });
  if (running === null) throw new Error("no theme day runs");
  await db.update(issues).set({ session: running.id });
  return running;
}

/** What leaks when each of these people says everything that can be said about the issue in this state. */
export async function leaksAfter(
  ledger: SecretLedger,
  park: Park,
  state: State,
  speakers: readonly Speaker[],
): Promise<{ readonly leaks: readonly string[]; readonly read: number }> {
  const leaks: string[] = [];
  let read = 0;
  for (const speaker of speakers) {
    const [name, , userId, chatId] = speaker;
    // What somebody has just written is known to him and where he wrote it; an answer must not add to it.
    const own = [chatId ?? `direct ${userId}`, `${name}（私信）`];
    // Another company's people may write of this one what they like: it is no secret of theirs.
    const ofTheCompany = userId === REPORTER.userId || name === "吴晓燕";
    const texts = saidAbout(ledger.issueId).filter((text) => ofTheCompany || !text.startsWith("诉求"));
    for (const text of texts) {
      const arrived = await ledger.arrivals(park, NOW, async (ctx) => {
        await putIn(ctx, ledger.issueId, state);
        if (text.startsWith("主题日")) await runningThemeDay(ctx);
        await reply(ctx, say(speaker, text), COMMON);
      });
      read += arrived.length;
      for (const one of arrived) {
        const found = leaksOf(one, own.includes(one.place) ? text + name : "");
        leaks.push(...found.map((leak) => `${name} in ${own[0]}: ${text.slice(0, 20)} → ${leak}`));
      }
    }
  }
  return { leaks, read };
}
