import { setTimeout as sleep } from "node:timers/promises";
import type { SimPlatform } from "../../../src/sandbox/world.ts";
import type { Numbers } from "./numbers.ts";
import { UNITS } from "./park.ts";
import type { Expected, Said } from "./records.ts";
import type { Shown } from "./transcript.ts";

/** Where somebody speaks, and for whom. */
export interface Place {
  readonly platform: SimPlatform;
  readonly chatId: string;
  readonly userId: string;
  readonly official: boolean;
}

const at = (platform: SimPlatform, chatId: string, userId: string, official = false): Place => ({
  platform,
  chatId,
  userId,
  official,
});

/** Companies in three groups and directly, officials in the groups of their units. */
export const PEOPLE: readonly Place[] = [
  at("wecom", "wrkQiye", "zhou"),
  at("wecom", "wrkQiye2", "tang"),
  at("wecom", "direct:ouyang", "ouyang"),
  at("dingtalk", "cidQiye==", "0310024"),
  at("dingtalk", "direct:0310021", "0310021"),
  at("dingtalk", "direct:0310025", "0310025"),
  at("dingtalk", "cidPower==", "0254571", true),
  at("wecom", "wrkWater", "chenli", true),
  at("dingtalk", "cidRoads==", "0254573", true),
];

/** How long somebody waits between two messages, and for something that he expects to see before he says it again. */
const PAUSE_MS = { least: 4_000, most: 10_000 };
const LOOKS_MS = 8_000;
const AGAIN_MS = 25_000;
const MOST_TRIES = 6;

const STEMS = [..."甲乙丙丁戊己庚辛壬癸"];
const BRANCHES = [..."子丑寅卯辰巳午未申酉戌亥"];
const DIGITS = [..."一二三四五六七八九"];
const BUILDINGS = ["车间", "宿舍", "仓库", "厂房", "食堂"];
/** As people raise something so that it needs no question back, and as they only tell of it. */
const RAISES = [
  (what: string) => `我想反映个事，${what}`,
  (what: string) => `我想反映个问题，${what}`,
  (what: string) => `我们要反映，${what}`,
  (what: string) => `反映个情况，${what}`,
];
const TELLS = [(what: string) => `${what}，员工意见很大`, (what: string) => `${what}，影响了好几个班次`];
const TROUBLES = UNITS.map(({ keyword }) => (keyword === "路灯" ? "门口路灯不亮" : `从早上起${keyword}`));
const MOVES = {
  sign: (n: number) => `${n}号这件我们签收了`,
  answer: (n: number) => `${n}的答复：已经派人处理好，请看一下`,
  solved: (n: number) => `${n}已解决，谢谢`,
} as const;

/** Names of places, each once: its words stand in one issue only. */
export class Places {
  #count = 0;

  next(): string {
    const count = this.#count++;
    const part = (all: readonly string[], size: number) => all[Math.floor(count / size) % all.length] ?? "";
    // Stem and branch together come round after sixty, as the years do.
    return `${part(STEMS, 1)}${part(BRANCHES, 1)}${part(DIGITS, 60)}${part(BUILDINGS, 540)}`;
  }
}

type Say = (expected: Expected, text: string) => Promise<Said>;

interface Mind {
  readonly numbers: Numbers;
  readonly places: Places;
  readonly say: Say;
}

interface Task {
  readonly action: keyof typeof MOVES;
  readonly issueId: number;
  tries: number;
  notBefore: number;
}

/** A person, who raises issues or works on them, and does what is shown to him. */
export class Speaker {
  readonly #place: Place;
  readonly #numbers: Numbers;
  readonly #places: Places;
  readonly #say: Say;
  readonly #tasks: Task[] = [];
  readonly #own = new Set<number>();
  #offered: string | null = null;
  #waitsFor: string | null = null;

  constructor(place: Place, { numbers, places, say }: Mind) {
    this.#place = place;
    this.#numbers = numbers;
    this.#places = places;
    this.#say = say;
  }

  async speak(isOver: () => boolean): Promise<void> {
    await sleep(this.#numbers.between(0, PAUSE_MS.most));
    while (!isOver()) {
      const did = (await this.#work()) || (!this.#place.official && (await this.#tell()));
      await sleep(did ? this.#numbers.between(PAUSE_MS.least, PAUSE_MS.most) : 500);
    }
  }

  hear({ platform, chatId, text }: Shown): void {
    const isHere = platform === this.#place.platform && chatId === this.#place.chatId;
    if (this.#place.official) {
      if (isHere) this.#hearOfWork(text);
      return;
    }
    // A question about an issue that is there already is another one.
    const isNew = !/#\d+/u.test(text);
    if (isHere && isNew && this.#waitsFor !== null && text.includes(this.#waitsFor)) this.#offered = this.#waitsFor;
    const received = isHere ? /已收到 #(\d+)/u.exec(text)?.[1] : undefined;
    if (received !== undefined) this.#own.add(Number(received));
    // In which chat the answer comes is the program's to choose.
    const answered = Number(/#(\d+) .*已答复，请确认/u.exec(text)?.[1]);
    if (this.#own.has(answered)) this.#plan("solved", answered);
    this.#done("solved", /已办结：已解决　#(\d+)/u.exec(text));
  }

  #hearOfWork(text: string): void {
    const fresh = /新诉求 #(\d+)/u.exec(text)?.[1];
    if (fresh !== undefined) this.#plan("sign", Number(fresh));
    const signed = /已签收　#(\d+)/u.exec(text);
    this.#done("sign", signed);
    if (signed !== null) this.#plan("answer", Number(signed[1]));
    this.#done("answer", /已答复，待企业确认　#(\d+)/u.exec(text));
  }

  #plan(action: Task["action"], issueId: number): void {
    if (this.#tasks.some((one) => one.action === action && one.issueId === issueId)) return;
    this.#tasks.push({ action, issueId, tries: 0, notBefore: 0 });
  }

  #done(action: Task["action"], found: RegExpExecArray | null): void {
    const issueId = Number(found?.[1]);
    const task = this.#tasks.find((one) => one.action === action && one.issueId === issueId);
    if (task !== undefined) task.tries = MOST_TRIES;
  }

  async #work(): Promise<boolean> {
    const now = Date.now();
    const task = this.#tasks.find(({ tries, notBefore }) => tries < MOST_TRIES && notBefore <= now);
    if (task === undefined) return false;
    const { action, issueId } = task;
    task.tries += 1;
    task.notBefore = now + AGAIN_MS;
    const { acknowledged } = await this.#say({ kind: "move", action, issueId }, MOVES[action](issueId));
    // A company that has said it does not ask whether it was heard.
    if (acknowledged && action === "solved") task.tries = MOST_TRIES;
    return true;
  }

  async #tell(): Promise<boolean> {
    const chance = this.#numbers.next();
    const known = [...this.#own];
    if (chance < 0.15 && known.length > 0) {
      const issueId = this.#numbers.one(known);
      await this.#say({ kind: "ask", issueId }, `${issueId}进度怎么样了`);
      return true;
    }
    const place = this.#places.next();
    const what = `${place}${this.#numbers.one(TROUBLES)}`;
    if (chance < 0.75) await this.#say({ kind: "raise", place }, this.#numbers.one(RAISES)(what));
    else await this.#tellAndConfirm(place, what);
    return true;
  }

  /** Says what is wrong, looks for the question whether that shall be an issue, and says yes. */
  async #tellAndConfirm(place: string, what: string): Promise<void> {
    this.#waitsFor = place;
    this.#offered = null;
    await this.#say({ kind: "offer", place }, this.#numbers.one(TELLS)(what));
    for (let waited = 0; this.#offered !== place && waited < LOOKS_MS; waited += 200) await sleep(200);
    const isAsked = this.#offered === place;
    this.#waitsFor = null;
    if (isAsked && (await this.#say({ kind: "confirm", place }, "是的")).acknowledged) return;
    // What was asked meanwhile would be answered by whatever he says next.
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      if ((await this.#say({ kind: "drop" }, "算了")).acknowledged) return;
      await sleep(PAUSE_MS.least);
    }
  }
}
