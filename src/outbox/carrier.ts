import type { Park } from "../domain/park/park.ts";
import {
  type Address,
  type Delivery,
  gaveUp,
  isUnreached,
  type Part,
  type Platform,
  type WayTaken,
} from "../platforms/platform.ts";
import type { Clock } from "../shared/clock.ts";
import { describe } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";
import { takeFromBudget } from "../store/budgets.ts";
import { keepCard } from "../store/cards.ts";
import type { Db } from "../store/client.ts";
import { notePart, noteRerouted, type StoredNotice, settleNotice } from "../store/notices.ts";
import { releaseThese } from "../store/notices-behind.ts";
import { addressOf } from "./address.ts";
import { type AttachmentMaker, CannotMake, partsOf } from "./compose.ts";
import { join } from "./joined.ts";
import type { NoticeKind } from "./notice-kind.ts";
import { ATTACHMENT_LEASE_MS, afterFailure, type Failure, LEASE_MS, pauseAfter } from "./pace.ts";
import type { UsageBook } from "./usage-book.ts";

/** What bars a robot. */
export type BarredRobot = Extract<Delivery, { state: "barred" }> & { readonly robot: string };

/** What others make of a result, in the transaction that settles the message. */
export interface Reactions {
  /** A message that the coordinator may read is there. */
  readonly arrived: (db: Db, notice: StoredNotice) => Promise<void>;
  /** A message to a person whom the platform does not reach. Whether other messages say it now in its place. */
  readonly astray: (db: Db, notice: StoredNotice, reason: string) => Promise<boolean>;
  /** A message will not go. */
  readonly dead: (db: Db, notice: StoredNotice, reason: string) => Promise<void>;
  /** The robot may not send; the message waits. */
  readonly barred: (db: Db, notice: StoredNotice, found: BarredRobot) => Promise<void>;
  /** A message that had failed before went through this robot. */
  readonly recovered: (db: Db, notice: StoredNotice, robot: string) => Promise<void>;
}

export interface CarrierDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly park: () => Park;
  readonly platforms: readonly Platform[];
  readonly files: AttachmentMaker;
  readonly logger: Logger;
  /** Names this courier among all replicas. */
  readonly owner: string;
  readonly onDelivery: (platform: Platform["name"], result: Delivery["state"]) => void;
  readonly reactions: Reactions;
  /** Whether this process may send on a platform: one that bears a single connection is sent to by who holds it. */
  readonly sendsOn: (platform: Platform["name"]) => boolean;
  /** What can be told, by name. */
  readonly kinds: ReadonlyMap<string, NoticeKind>;
  /** What is used of the platforms' quotas. */
  readonly usage: Pick<UsageBook, "isScarce" | "close">;
}

interface Way {
  readonly platform: Platform;
  readonly address: Address;
}

/** The result of a try, and the robot that it hung on, if it came to one. */
type Outcome = (Extract<Delivery, { state: "sent" }> | Failure) & WayTaken;

/** The same of a message that took others along: what became of it became of them. */
type Tried = Outcome & { readonly along?: readonly StoredNotice[] };

/** What the settling of a message came to; `lost`: somebody else had taken it over. */
type Settled = "settled" | "lost" | "failed";

/** Brings one claimed message to its platform, and writes down what became of it. */
export class Carrier {
  readonly #deps: CarrierDeps;
  /** Called when a message was queued by what became of another. */
  readonly #onQueued: () => void;

  constructor(deps: CarrierDeps, onQueued: () => void) {
    this.#deps = deps;
    this.#onQueued = onQueued;
  }

  /** Never throws: what cannot be settled is taken over when its lease ends. */
  async carry(notice: StoredNotice): Promise<void> {
    try {
      const outcome = await this.#try(notice).catch((error: unknown) => this.#unmade(notice, error));
      if (outcome === null) return;
      if (outcome.state === "sent") await this.#arrived(notice, outcome);
      else await this.#failed(notice, outcome);
    } catch (error) {
      this.#log(notice, error, "A message could not be settled; it is tried again when its lease ends");
    }
  }

  /** Whatever throws on the way is counted like any failure, so that it ends as one. */
  #unmade(notice: StoredNotice, error: unknown): Failure {
    if (error instanceof CannotMake) {
      // Nothing behind it in its chat may wait for what will never come.
      this.#log(notice, error, "A picture or document cannot be made; its message is given up");
      return gaveUp("cannot-make");
    }
    this.#log(notice, error, "A message could not be made or sent; it is tried again");
    return { state: "unmade", reason: "program-fault" };
  }

  #log(notice: StoredNotice, error: unknown, sentence: string): void {
    this.#deps.logger.error({ notice: notice.id, ...describe(error) }, sentence);
  }

  /** Null: its budget is used up, or it has become quiet, and the message waits its time. */
  async #try(notice: StoredNotice): Promise<Tried | null> {
    const { db, owner, clock, files, kinds } = this.#deps;
    const { calendar } = this.#deps.park();
    const keepsHours = kinds.get(notice.body.kind)?.keepsHours === true && !notice.express;
    if (keepsHours && !calendar.isOpen(clock.now())) {
      await settleNotice(db, notice.id, owner, { readyAt: calendar.nextOpening(clock.now()) });
      return null;
    }
    const way = this.#wayOf(notice);
    if ("state" in way) return way;
    if (notice.body.kind === "attachment") {
      await notePart(db, notice.id, owner, { partsSent: notice.partsSent, leaseMs: ATTACHMENT_LEASE_MS });
    }
    const scene = { db, park: this.#deps.park(), files, kinds, now: clock.now() };
    const joined = await join(this.#deps, scene, notice, way);
    const parts = joined?.parts ?? (await partsOf(scene, notice, way.platform, way.address));
    if ("state" in parts) return parts;
    const along = joined?.along ?? [];
    // Named before: a reply address may end while it is tried.
    const robot = way.platform.robot(way.address);
    const outcome = await this.#sendWith(along, () => this.#send(notice, way, parts));
    // Of a message that had nothing more to say nothing went out.
    if (outcome === null || parts.length <= notice.partsSent) return outcome;
    return { robot, ...outcome, along };
  }

  /** What went along and did not arrive is given back as it was, and the first is tried alone: it may be at fault for none of it. */
  async #sendWith(along: readonly StoredNotice[], send: () => Promise<Outcome | null>): Promise<Outcome | null> {
    if (along.length === 0) return send();
    let outcome: Outcome | null = null;
    try {
      outcome = await send();
      return outcome?.state === "gave-up" ? { state: "later", reason: outcome.reason } : outcome;
    } finally {
      const { db, owner } = this.#deps;
      const ids = along.map((one) => one.id);
      if (outcome?.state !== "sent") await releaseThese(db, ids, owner);
    }
  }

  #wayOf(notice: StoredNotice): Way | Failure {
    const platform = this.#deps.platforms.find((one) => one.name === notice.platform);
    if (platform === undefined) return gaveUp(`${notice.platform}-not-configured`);
    const address = addressOf(notice.target, this.#deps.park(), notice.attempts);
    if (address === null) return gaveUp("chat-gone");
    return { platform, address };
  }

  /** Sends the parts that have not gone yet. Null: the budget is used up. */
  async #send(notice: StoredNotice, { platform, address }: Way, parts: readonly Part[]): Promise<Outcome | null> {
    const { db, owner, clock } = this.#deps;
    const budget = platform.budget(address);
    let last: Outcome = { state: "sent" };
    for (const [index, part] of parts.entries()) {
      if (index < notice.partsSent) continue;
      const free = await takeFromBudget(db, budget, clock.now());
      if (free !== null) {
        await settleNotice(db, notice.id, owner, { readyAt: free });
        return null;
      }
      if (part.card !== undefined && part.card.replaces !== true) await this.#keepCard(notice, part.card.id);
      last = await platform.send(address, part);
      this.#deps.onDelivery(platform.name, last.state);
      if (last.state !== "sent") return last;
      if (index === parts.length - 1) break;
      await notePart(db, notice.id, owner, { partsSent: index + 1, leaseMs: LEASE_MS });
    }
    return last;
  }

  #keepCard({ platform, target, issueId, issueVersion }: StoredNotice, id: string): Promise<void> {
    const { db, clock } = this.#deps;
    const groupId = groupOf(target, this.#deps.park());
    return keepCard(db, { id, platform, issueId, issueVersion, groupId, sentAt: clock.now() });
  }

  async #arrived(notice: StoredNotice, outcome: Extract<Tried, { state: "sent" }>): Promise<void> {
    const { owner, clock, reactions } = this.#deps;
    const platformKey = outcome.key ?? null;
    const settled = { state: "sent", settledAt: clock.now(), platformKey, lastError: null } as const;
    const { robot, along = [] } = outcome;
    const settle = async (db: Db) => {
      const held = await settleNotice(db, notice.id, owner, settled);
      for (const { id } of along) await settleNotice(db, id, owner, settled);
      return held;
    };
    const recovered = notice.attempts > 0;
    const told = [notice, ...along].filter(mayReachCoordinator);
    if (robot === undefined || (!recovered && along.length + told.length === 0)) {
      await settle(this.#deps.db);
      return;
    }
    const react = async (tx: Db) => {
      if (recovered) await reactions.recovered(tx, notice, robot);
      for (const one of told) await reactions.arrived(tx, one);
    };
    // It is there: whatever follows from that, it must not go twice.
    if ((await this.#together(notice, settle, react)) === "failed") await settle(this.#deps.db);
  }

  /** A dead letter and the word about it are one: neither is there without the other. Who lost its lease settles nothing. */
  async #failed(notice: StoredNotice, failure: Failure & Outcome): Promise<void> {
    const { owner, clock, logger, reactions } = this.#deps;
    const { reason, robot = notice.platform } = failure;
    const settlement = afterFailure(notice, failure, clock.now());
    const dead = settlement.state === "dead";
    const settle = (db: Db) => settleNotice(db, notice.id, owner, settlement);
    if (!dead && failure.state !== "barred") {
      await settle(this.#deps.db);
      return;
    }
    const unreached = failure.state !== "unmade" && isUnreached(failure) && notice.target.kind === "person";
    let rerouted = false;
    const react = async (tx: Db) => {
      rerouted = dead && unreached && (await reactions.astray(tx, notice, reason));
      if (rerouted) await noteRerouted(tx, notice.id);
      else if (dead) await reactions.dead(tx, notice, reason);
      else if (failure.state === "barred") await reactions.barred(tx, notice, { ...failure, robot });
    };
    const settled = await this.#together(notice, settle, react);
    if (settled === "settled" && dead) {
      const sentence = rerouted ? "A message takes its second road" : "A message will not be delivered";
      logger.warn({ notice: notice.id, lane: notice.platform, reason }, sentence);
    }
    if (settled !== "failed") return;
    const attempts = notice.attempts + 1;
    const readyAt = new Date(clock.now().getTime() + pauseAfter(attempts));
    await settleNotice(this.#deps.db, notice.id, owner, { readyAt, attempts, lastError: reason });
  }

  /** Settles, and does what follows, in one transaction. When that failed, nothing was written. */
  async #together(
    notice: StoredNotice,
    settle: (db: Db) => Promise<boolean>,
    react: (db: Db) => Promise<void>,
  ): Promise<Settled> {
    try {
      const held = await this.#deps.db.transaction(async (tx) => {
        if (!(await settle(tx))) return false;
        await react(tx);
        return true;
      });
      this.#onQueued();
      return held ? "settled" : "lost";
    } catch (error) {
      this.#log(
        notice,
        error,
        "What follows from a message could not be written; it is settled without, or tried again",
      );
      return "failed";
    }
  }
}

/** The platform's id of the group; null of a direct chat. */
function groupOf(target: StoredNotice["target"], { directory }: Park): string | null {
  switch (target.kind) {
    case "chat":
      return directory.chat(target.code)?.chatId ?? null;
    case "person":
      return null;
    case "reply":
      return target.chatId;
  }
}

/** A reply goes where somebody asked; announcements to companies and departments are not for the coordinator. */
function mayReachCoordinator({ audience, target }: StoredNotice): boolean {
  return target.kind !== "reply" && (audience.kind === "coordinator" || audience.kind === "supervision");
}
