import { decide } from "../../src/domain/issue/decide.ts";
import type { Effect, Input, Refusal, Situation } from "../../src/domain/issue/decision.ts";
import { isRefusal } from "../../src/domain/issue/decision.ts";
import type { Actor, Assist, Issue, Request, Supervision } from "../../src/domain/issue/issue.ts";
import { CLOCK_ACTOR, UNTOUCHED } from "../../src/domain/issue/issue.ts";
import type { Action } from "../../src/domain/issue/lifecycle.ts";
import { partiesOf } from "../../src/domain/issue/lifecycle.ts";
import type { Org } from "../../src/domain/park/org.ts";
import { createPark, involvedIn, limitFor, type Park } from "../../src/domain/park/park.ts";
import { GONE } from "../../src/messages/zh-cn/places.ts";

/** A small park, its people and an issue, for the tests of the pure core. */

export const ORG: Org = {
  park: { name: "永州经开区", timeZone: "Asia/Shanghai", workingHours: ["08:30-12:00", "14:30-17:30"] },
  departments: [
    { code: "power", name: "供电公司", aliases: ["国网永州供电"], level: "city", trackedBy: "economy" },
    { code: "economy", name: "经济发展局", aliases: ["经发局"], level: "park" },
    { code: "works", name: "建设管理局", aliases: ["住建局"], level: "park" },
  ],
  categories: [
    { code: "power", name: "用电", aliases: [], department: "power", keywords: ["停电", "跳闸"], answerDays: 5 },
    { code: "site", name: "厂房", aliases: [], department: "works", keywords: ["漏水"] },
  ],
  enterprises: [
    { code: "zhongsu", name: "湖南中塑科技有限公司", aliases: ["中塑科技", "ZS Tech"] },
    { code: "xiangjing", name: "湖南湘晶电子有限公司", aliases: ["湘晶电子"] },
  ],
  people: [
    { name: "周长友", role: "liaison", enterprise: "zhongsu", wecom: "zhouchangyou" },
    { name: "吴晓燕", role: "liaison", enterprise: "zhongsu", wecom: "wuxiaoyan" },
    { name: "陈立新", role: "liaison", enterprise: "xiangjing", wecom: "chenlixin" },
    { name: "王建国", role: "head", department: "power", dingtalk: "0254571" },
    { name: "刘洋", role: "officer", department: "power", dingtalk: "0254572" },
    { name: "杨帆", role: "head", department: "economy", dingtalk: "0254110" },
    { name: "曾敏", role: "head", department: "works", dingtalk: "0254130" },
    { name: "李敏", role: "coordinator", wecom: "limin", dingtalk: "limin01" },
    { name: "赵长河", role: "leader", wecom: "zhaochanghe" },
  ],
  chats: [
    { code: "qiye", platform: "wecom", chatId: "wrkQiye", name: "园区企业群", audience: "enterprise" },
    {
      code: "gongdian",
      platform: "dingtalk",
      chatId: "cidPower",
      name: "供电公司群",
      audience: "department",
      department: "power",
    },
    { code: "duban", platform: "wecom", chatId: "wrkDuban", name: "督办群", audience: "supervision" },
  ],
  digests: [],
  holidays: { off: [], on: [] },
  policy: { limits: {}, categories: {}, ladder: {} },
};

/** The park of `ORG` with some parts replaced. Direct messages reach everybody, or those on the platforms named. */
export function parkOf(parts: Partial<Org> = {}, reaches: readonly string[] = ["wecom", "dingtalk"]): Park {
  return createPark({ ...ORG, ...parts }, (platform) => reaches.includes(platform), new Map(), GONE);
}

export const PARK = parkOf();

/** A moment in the park's zone: `on("11-18 10:00")` is Wednesday, 2026-11-18. */
export function on(moment: string): Date {
  const [date = "", time = "00:00"] = moment.split(" ");
  return new Date(`${date.length === 5 ? `2026-${date}` : date}T${time.length === 5 ? `${time}:00` : time}+08:00`);
}

/** The reverse of `on`: 11-20 17:30 in the park's zone. */
export function timeOf(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace("T", " ");
}

/** A person of the org file by name, as somebody who acts. */
export function person(name: string): Actor {
  const found = PARK.directory.person(name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  const { role, enterprise, department } = found;
  const platform = found.wecom === undefined ? "dingtalk" : "wecom";
  return { kind: "person", name, role, enterprise, department, platform, userId: found[platform] };
}

export const GUEST: Actor = {
  kind: "guest",
  name: "小李",
  role: null,
  enterprise: "zhongsu",
  platform: "wecom",
  userId: "guest-1",
  verified: false,
};

export const COMPANY = person("周长友");
export const LEAD = person("王建国");
export const TRACKER = person("杨帆");
export const OTHER_UNIT = person("曾敏");
export const COORDINATOR = person("李敏");
export const LEADER = person("赵长河");
export { CLOCK_ACTOR };

/** Raised on Monday 2026-11-16, 09:00, and dispatched to the power company at once: due on the 23rd, 09:00. */
export function issue(more: Partial<Issue> = {}): Issue {
  return {
    id: 12,
    version: 1,
    state: "dispatched",
    title: "三车间昨晚停电两次",
    text: "三车间昨晚停电两次",
    pictures: 0,
    category: "power",
    urgency: "normal",
    confidential: false,
    enterprise: "zhongsu",
    reporter: { name: "周长友", platform: "wecom", userId: "zhouchangyou", verified: true },
    publicIn: "qiye",
    department: "power",
    ...UNTOUCHED,
    suggestions: [],
    reason: "停电 → 用电 → 供电公司",
    submittedAt: on("11-16 09:00"),
    dispatchDue: on("11-16 15:30"),
    dispatchedAt: on("11-16 09:00"),
    signDue: on("11-16 15:30"),
    contactDue: on("11-17 09:00"),
    limit: "5d",
    limitMinutes: 1950,
    firstDue: on("11-23 09:00"),
    due: on("11-23 09:00"),
    ...more,
  };
}

/** As `issue`, not dispatched yet. */
export function undispatched(more: Partial<Issue> = {}): Issue {
  const nothing = { department: null, dispatchedAt: null, signDue: null, contactDue: null, firstDue: null, due: null };
  return issue({ state: "submitted", category: null, limit: null, limitMinutes: null, ...nothing, ...more });
}

/** As `issue`, signed for by 王建国 an hour after. */
export function inProgress(more: Partial<Issue> = {}): Issue {
  return issue({ state: "in_progress", signedAt: on("11-16 10:00"), handler: "王建国", ...more });
}

export interface Beside {
  readonly requests?: readonly Request[];
  readonly assists?: readonly Assist[];
  readonly supervisions?: readonly Supervision[];
  readonly park?: Park;
}

export function situation(about: Issue, actor: Actor, now: Date, beside: Beside = {}): Situation {
  const { requests = [], assists = [], supervisions = [], park = PARK } = beside;
  const helpers = assists.map((one) => one.department);
  const involved = involvedIn(park, about, helpers);
  const limit: Situation["limit"] = (clock) => limitFor(park, about, clock);
  return {
    issue: about,
    requests,
    assists,
    supervisions,
    involved,
    actor,
    parties: partiesOf(actor, about, involved),
    now,
    calendar: park.calendar,
    directory: park.directory,
    limit,
    at: () => ({ category: about.category, limit }),
  };
}

export type Doable = Exclude<Action, "submit">;

/** What comes of a move; a refusal by its name. */
export function attempt(
  action: Doable,
  about: Issue,
  actor: Actor,
  now: Date,
  input: Input = {},
  beside: Beside = {},
): Effect | Refusal {
  return decide(action, situation(about, actor, now, beside), input);
}

/** The effect of a move that is allowed. */
export function made(...args: Parameters<typeof attempt>): Effect {
  const effect = attempt(...args);
  if (isRefusal(effect)) throw new Error(`${args[0]} was refused: ${effect.refused}`);
  return effect;
}

/** Why a move is refused; null when it is not. */
export function refusal(...args: Parameters<typeof attempt>): Refusal["refused"] | null {
  const effect = attempt(...args);
  return isRefusal(effect) ? effect.refused : null;
}

/** The issue after a move that is allowed. */
export function moved(about: Issue, effect: Effect): Issue {
  return { ...about, ...effect.patch, version: about.version + 1 };
}

export function request(more: Partial<Request> & Pick<Request, "kind">): Request {
  return {
    id: 1,
    issueId: 12,
    state: "pending",
    reason: "等设备",
    department: null,
    until: null,
    askedBy: "王建国",
    askedAt: on("11-16 11:00"),
    decidedBy: null,
    decidedAt: null,
    decision: null,
    ...more,
  };
}
