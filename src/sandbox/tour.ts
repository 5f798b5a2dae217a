import type { Population } from "./population.ts";
import type { Sandbox } from "./sandbox.ts";
import { type SimMessage, type SimPlatform, type World, wordsOf } from "./world.ts";

/** The first start of the sandbox: a week in the life of an issue, played through the real protocols and printed. */

interface Scene {
  /** Working time since the week's Monday, 00:00, in hours. */
  readonly hour: number;
  readonly what: string;
  readonly platform: SimPlatform;
  readonly chat: string;
  readonly person: string;
  readonly text: string;
  /** Pressed in place of the words, where a card in that chat has it. */
  readonly button?: string;
}

const HOUR_MS = 3_600_000;
const DAY = 24;
const OPENING = 9;
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
  {
    hour: 10.5,
    what: "供电公司在钉钉签收",
    platform: "dingtalk",
    chat: "power",
    person: "power",
    text: "签收 1",
    button: "签收",
  },
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
  {
    hour: 3 * DAY + 16.1,
    what: "企业评价",
    platform: "wecom",
    chat: "qiye",
    person: "liaison",
    text: "评价 1 5",
    button: "5 ★",
  },
];

/** What the tour needs of the program. */
export interface TourParts {
  readonly sandbox: Sandbox;
  readonly park: Population;
  /** The Monday, 00:00, of the week in which it plays. */
  readonly monday: Date;
  /** Moves the program's clock through everything that becomes due. */
  readonly moveTo: (target: (now: Date) => Date) => Promise<Date>;
  /** Sends what can go now. */
  readonly send: () => Promise<void>;
  /** The moment at which the clock is left: people find the bot at work. */
  readonly end: (now: Date) => Date;
  readonly say: (line: string) => void;
}

/** Plays the tour in a park that has the places for it. */
export async function runTour(parts: TourParts): Promise<void> {
  const { sandbox, monday, moveTo, say } = parts;
  const cast = castOf(parts.park);
  if (cast === null) return;
  // Whoever moves the clock at the page meanwhile is ahead of the tour, and time only goes forward.
  const at = (hour: number) => (now: Date) => new Date(Math.max(now.getTime(), monday.getTime() + hour * HOUR_MS));
  await moveTo(() => new Date(monday.getTime() + OPENING * HOUR_MS));
  await Promise.all([sandbox.connected("wecom"), sandbox.connected("dingtalk")]);
  say("");
  say("一周缩影（上周，模拟的企业微信和钉钉）：");
  for (const scene of WEEK) {
    await moveTo(at(scene.hour));
    const place = cast.chats[scene.chat];
    const person = cast.people[scene.person];
    if (place === undefined || person === undefined) return;
    say("");
    say(`【${scene.what}】`);
    const shown = new Shown(sandbox.world);
    await play(parts, scene, { chatId: place, userId: person });
    await settle(parts, shown);
    print(sandbox, shown.end(), say);
  }
  for (const { hour, what, chat } of DIGESTS) {
    const shown = new Shown(sandbox.world);
    await moveTo(at(hour));
    say("");
    say(`【${what}】`);
    const group = cast.chats[chat];
    print(
      sandbox,
      shown.end().filter(({ chatId }) => group === undefined || chatId === group),
      say,
    );
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

/** What is shown from now on, in the order in which it came: a card that changed as it is at last. */
class Shown {
  readonly #messages = new Map<string, SimMessage>();
  readonly #stop: () => void;

  constructor(world: World) {
    this.#stop = world.onMessage((message) => void this.#messages.set(message.id, message));
  }

  get answered(): boolean {
    return [...this.#messages.values()].some(({ from }) => from === null);
  }

  end(): readonly SimMessage[] {
    this.#stop();
    return [...this.#messages.values()];
  }
}

/** Presses the scene's button where it is there, else says the scene's words. */
async function play(
  { sandbox, say }: TourParts,
  { platform, text, button: label }: Scene,
  place: { readonly chatId: string; readonly userId: string },
): Promise<void> {
  const { world } = sandbox;
  const message = world.messages.findLast(
    ({ chatId, card }) => chatId === place.chatId && card?.buttons.some((one) => one.label === label) === true,
  );
  const card = message?.card;
  const key = card?.buttons.find((one) => one.label === label)?.key;
  if (card === undefined || key === undefined) {
    await sandbox.say({ platform, ...place, text });
    return;
  }
  say(`  ${placeText(world, platform, place.chatId)}　${nameOf(world, platform, place.userId)} 按了［${label}］`);
  await sandbox.press({ platform, ...place, card, key });
}

/** The answer in DingTalk and the announcements come after the request: waits until the outbox is quiet and something was said. */
async function settle({ send }: TourParts, shown: Shown): Promise<void> {
  for (let tries = 0; tries < SETTLE_TRIES; tries++) {
    await send();
    if (shown.answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function print(sandbox: Sandbox, messages: readonly SimMessage[], say: (line: string) => void): void {
  for (const message of messages) say(lineOf(sandbox, message));
}

function lineOf({ world }: Sandbox, message: SimMessage): string {
  const { platform, chatId, from, card } = message;
  const who = from === null ? "茶叙" : nameOf(world, platform, from);
  const text = wordsOf(message)
    .replace(/<@[^>]*>/g, "")
    .replace(/[*`>]|<\/?font[^>]*>/g, "")
    .replace(/^#{1,6}\s/gm, "");
  const buttons = (card?.buttons ?? []).map(({ label }) => `［${label}］`).join("");
  const lines = [...text.split("\n"), buttons].map((line) => line.trim()).filter((line) => line !== "");
  return `  ${placeText(world, platform, chatId)}　${who}：${lines.join("\n      ")}`;
}

function placeText(world: World, platform: SimPlatform, chatId: string): string {
  const chat = world.chat(platform, chatId)?.name ?? chatId;
  return `${platform === "wecom" ? "企业微信" : "钉钉"}·${chat}`;
}

function nameOf(world: World, platform: SimPlatform, userId: string): string {
  return world.person(platform, userId)?.name ?? userId;
}
