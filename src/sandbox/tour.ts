import type { Population } from "./population.ts";
import type { Sandbox } from "./sandbox.ts";
import type { SimMessage, SimPlatform } from "./world.ts";

/** The first start of the sandbox: a week in the life of an issue, played through the real protocols and printed. */

interface Scene {
  /** Working time since the week's Monday, 00:00, in hours. */
  readonly hour: number;
  readonly what: string;
  readonly platform: SimPlatform;
  readonly chat: string;
  readonly person: string;
  readonly text: string;
}

const HOUR_MS = 3_600_000;
const DAY = 24;
/** What is posted at the end of the week, of which one group is shown each time. */
const DIGESTS = [
  { hour: 4 * DAY + 17, what: "周五 17:00 企业群周报", chat: "qiye" },
  { hour: 7 * DAY + 8.5, what: "下周一 8:30 领导的督办周报", chat: "supervision" },
] as const;
const SETTLE_TRIES = 100;

const WEEK: readonly Scene[] = [
  {
    hour: 10,
    what: "周一 企业提出诉求",
    platform: "wecom",
    chat: "qiye",
    person: "liaison",
    text: "诉求 三车间昨晚停电两次，影响交货",
  },
  { hour: 10.5, what: "供电公司在钉钉签收", platform: "dingtalk", chat: "power", person: "power", text: "签收 1" },
  {
    hour: DAY + 9,
    what: "周二 写明措施",
    platform: "dingtalk",
    chat: "power",
    person: "power",
    text: "措施 1 更换老化开关，加装备用线路，周四前",
  },
  {
    hour: 3 * DAY + 15,
    what: "周四 答复企业",
    platform: "dingtalk",
    chat: "power",
    person: "power",
    text: "答复 1 开关已更换，备用线路已投用，昨晚试运行正常",
  },
  { hour: 3 * DAY + 16, what: "企业确认", platform: "wecom", chat: "qiye", person: "liaison", text: "已解决 1" },
  { hour: 3 * DAY + 16.1, what: "企业评价", platform: "wecom", chat: "qiye", person: "liaison", text: "评价 1 5" },
];

/** What the tour needs of the program. */
export interface TourParts {
  readonly sandbox: Sandbox;
  readonly park: Population;
  /** The Monday, 00:00, of the week in which it plays. */
  readonly monday: Date;
  /** Moves the program's clock through everything that becomes due. */
  readonly moveTo: (target: (now: Date) => Date) => Promise<Date>;
  /** The moment at which the clock is left: people find the bot at work. */
  readonly end: (now: Date) => Date;
  readonly say: (line: string) => void;
}

/** Plays the tour in a park that has the places for it. */
export async function runTour(parts: TourParts): Promise<void> {
  const { sandbox, monday, moveTo, say } = parts;
  const cast = castOf(parts.park);
  if (cast === null) return;
  const at = (hour: number) => () => new Date(monday.getTime() + hour * HOUR_MS);
  await moveTo(at(9));
  say("");
  say("一周缩影（上周，模拟的企业微信和钉钉）：");
  for (const scene of WEEK) {
    await moveTo(at(scene.hour));
    const before = sandbox.world.messages.length;
    const place = cast.chats[scene.chat];
    const person = cast.people[scene.person];
    if (place === undefined || person === undefined) return;
    say("");
    say(`【${scene.what}】`);
    await sandbox.say({ platform: scene.platform, chatId: place, userId: person, text: scene.text });
    await settle(parts, before);
    printSince(sandbox, before, say);
  }
  for (const { hour, what, chat } of DIGESTS) {
    const before = sandbox.world.messages.length;
    await moveTo(at(hour));
    say("");
    say(`【${what}】`);
    printSince(sandbox, before, say, cast.chats[chat]);
  }
  await moveTo(parts.end);
  say("");
}

interface Cast {
  readonly chats: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
}

/** The group and people of the sample park that the tour speaks as; null in a park that has none of the kind. */
function castOf(park: Population): Cast | null {
  const group = park.chats.find((chat) => chat.audience === "enterprise" && chat.platform === "wecom" && chat.webhook);
  const power = park.chats.find((chat) => chat.department === "power" && chat.platform === "dingtalk");
  const liaison = park.people.find((person) => person.role === "liaison" && person.wecom !== undefined);
  const official = park.people.find((person) => person.department === "power" && person.dingtalk !== undefined);
  const supervision = park.chats.find((chat) => chat.audience === "supervision");
  if (!group || !power || !liaison?.wecom || !official?.dingtalk) return null;
  return {
    chats: { qiye: group.chatId, power: power.chatId, supervision: supervision?.chatId ?? "" },
    people: { liaison: liaison.wecom, power: official.dingtalk },
  };
}

/** The answer in DingTalk and the announcements come after the request: waits until the outbox is quiet and something was said. */
async function settle({ sandbox, moveTo }: TourParts, before: number): Promise<void> {
  for (let tries = 0; tries < SETTLE_TRIES; tries++) {
    await moveTo((now) => now);
    if (sandbox.world.messages.slice(before).some((message) => message.from === null)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** `chatId`: of this chat alone. */
function printSince(sandbox: Sandbox, before: number, say: (line: string) => void, chatId?: string): void {
  for (const message of sandbox.world.messages.slice(before)) {
    if (chatId === undefined || message.chatId === chatId) say(lineOf(sandbox, message));
  }
}

function lineOf({ world }: Sandbox, message: SimMessage): string {
  const chat = world.chat(message.platform, message.chatId)?.name ?? message.chatId;
  const who = message.from === null ? "茶叙" : (world.person(message.platform, message.from)?.name ?? message.from);
  const program = message.platform === "wecom" ? "企业微信" : "钉钉";
  const text = message.text
    .replace(/<@[^>]*>/g, "")
    .replace(/[*`>]|<\/?font[^>]*>/g, "")
    .replace(/^#{1,6}\s/gm, "");
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return `  ${program}·${chat}　${who}：${lines.join("\n      ")}`;
}
