import type { Park } from "../../src/domain/park/park.ts";
import { reactions as reactionsOf } from "../../src/features/delivery/feature.ts";
import { say } from "../../src/messages/card.ts";
import type { Reactions } from "../../src/outbox/carrier.ts";
import type { AttachmentMaker } from "../../src/outbox/compose.ts";
import { Courier, type CourierDeps } from "../../src/outbox/courier.ts";
import type { Address, Delivery, Part, Platform, Quota, WayTaken } from "../../src/platforms/platform.ts";
import type { Logger } from "../../src/shared/logger.ts";
import type { Db } from "../../src/store/client.ts";
import { DirectRoads } from "../../src/store/direct-roads.ts";
import { nextReady } from "../../src/store/notices.ts";
import { KINDS } from "./commands.ts";
import { PARK } from "./domain.ts";

/** The outbox's carrier between a real database and platforms that answer as a test wants. */

type Answer = (address: Address, part: Part) => Promise<Delivery & WayTaken>;

/** Shows a card as its JSON. A group is a robot of its own, and so are all people together. */
export function fakePlatform(name: Platform["name"], send: Answer): Platform {
  return {
    name,
    doors: ["bot"],
    receive: () => ({ kind: "ignored", reason: "" }),
    render: (_address, card) => [{ title: "", text: JSON.stringify(card), mentions: [] }],
    send,
    carries: () => true,
    examine: async () => [],
    budget: (address) => ({ key: `${name} ${JSON.stringify(address)}`, perMinute: 1000 }),
    robot: (address) => `${name} ${address.kind === "group" ? address.chatId : "people"}`,
    reaches: () => true,
    posts: () => true,
  };
}

export const NO_REACTIONS: Reactions = {
  arrived: async () => {},
  astray: async () => false,
  dead: async () => {},
  barred: async () => {},
  recovered: async () => {},
};

export const NO_FILES: AttachmentMaker = {
  kindOf: () => "picture",
  make: () => Promise.reject(new Error("it cannot be drawn")),
  linkCard: () => say("https://chaxu.example.gov.cn/files/t"),
};

export class CourierWorld {
  readonly db: Db;
  now: Date;
  readonly courier: Courier;
  /** The sentences that the operator reads. */
  readonly logged: string[] = [];

  /** `reactions`: in place of those of the program. */
  constructor(
    db: Db,
    now: Date,
    {
      platforms,
      reactions = {},
      park = PARK,
      isScarce = async () => false,
      own = {},
    }: {
      platforms: readonly Platform[];
      reactions?: Partial<Reactions>;
      park?: Park;
      isScarce?: (quota: Quota) => Promise<boolean>;
      /** What is particular to a process. */
      own?: Partial<Pick<CourierDeps, "owner" | "sendsOn" | "callOthers">>;
    },
  ) {
    this.db = db;
    this.now = now;
    const roads = new DirectRoads();
    const reaches: Park["reaches"] = (name, userId) =>
      park.reaches(name, userId) && !roads.isBroken(name, userId, this.now);
    const ctx = (tx: Db) => ({ db: tx, now: this.now, park: { ...park, reaches } });
    const log = (_facts: object, sentence: string) => void this.logged.push(sentence);
    const logger: Logger = { debug: log, info: log, warn: log, error: log };
    this.courier = new Courier({
      db,
      clock: { now: () => this.now },
      park: () => park,
      platforms,
      files: NO_FILES,
      logger,
      kinds: KINDS,
      usage: { isScarce, close: async () => {} },
      owner: "me",
      onDelivery: () => {},
      sendsOn: () => true,
      ...own,
      reactions: {
        ...reactionsOf(ctx, { roads, kinds: KINDS }),
        ...reactions,
      },
    });
  }

  /** Passes every moment at which something can go, up to this many minutes from now. */
  async pass(minutes: number): Promise<void> {
    const end = new Date(this.now.getTime() + minutes * 60_000);
    await this.courier.drain();
    for (;;) {
      const next = await nextReady(this.db, this.now);
      if (next === null || next > end) break;
      this.now = next;
      await this.courier.drain();
    }
    this.now = end;
    await this.courier.drain();
  }
}
