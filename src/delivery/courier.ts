import type { ParkView } from "../domain/park-view.ts";
import { placeName } from "../domain/recipients.ts";
import type { Delivery, Platform } from "../platforms/platform.ts";
import type { Clock } from "../shared/clock.ts";
import { describe } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";
import { takeFromBudget } from "../store/budgets.ts";
import type { Db } from "../store/client.ts";
import { claimNotices, notePart, releaseNotices, type StoredNotice, settleNotice } from "../store/notices.ts";
import { destinationOf } from "./destination.ts";
import type { FileRoad } from "./file-road.ts";
import { partsOf } from "./parts.ts";
import { ATTACHMENT_LEASE_MS, LEASE_MS, pauseAfter, quietFor, triedEnough } from "./plan.ts";

/** Carries the outbox to the platforms: claim, send, settle. Many may run; each message has one carrier at a time. */

export interface CourierParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly park: () => ParkView;
  readonly platforms: readonly Platform[];
  readonly files: FileRoad;
  readonly logger: Logger;
  /** Names this courier among all replicas. */
  readonly owner: string;
  readonly onDelivery: (platform: Platform["name"], result: Delivery["state"]) => void;
  /** Tells the coordinator of a message that will not go. */
  readonly onDead: (notice: StoredNotice, place: string, reason: string) => Promise<void>;
}

const AT_ONCE = 20;

function leaseFrom(now: Date, length = LEASE_MS): Date {
  return new Date(now.getTime() + length);
}

export class Courier {
  readonly #parts: CourierParts;
  #running: Promise<void> | null = null;
  #again = false;
  #wake: () => void = () => {};
  #stopped = false;

  constructor(parts: CourierParts) {
    this.#parts = parts;
  }

  /** Sends all that can go now. Calls while one runs share it, and it looks once more afterwards. */
  drain(): Promise<void> {
    this.#again = true;
    this.#wake();
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      // A call that came while it was ending.
      if (this.#again && !this.#stopped) return this.drain();
    });
    return this.#running;
  }

  /** Finishes what is on its way, and gives back the rest. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running?.catch(() => {});
    await releaseNotices(this.#parts.db, this.#parts.owner);
  }

  /** A slow address holds its own message up and no other: what has become free is claimed while it is waited for. */
  async #run(): Promise<void> {
    const { db, clock, owner } = this.#parts;
    const onTheWay = new Set<Promise<void>>();
    while (!this.#stopped && (this.#again || onTheWay.size > 0)) {
      this.#again = false;
      const now = clock.now();
      const limit = AT_ONCE - onTheWay.size;
      const claimed = limit === 0 ? [] : await claimNotices(db, { owner, now, until: leaseFrom(now), limit });
      for (const notice of claimed) {
        const job = this.#carry(notice).finally(() => onTheWay.delete(job));
        onTheWay.add(job);
      }
      if (onTheWay.size === 0 || this.#again) continue;
      await Promise.race([...onTheWay, this.#called()]);
      this.#again = true;
    }
    await Promise.all(onTheWay);
  }

  /** Resolves when somebody calls `drain` again. */
  #called(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  async #carry(notice: StoredNotice): Promise<void> {
    const { db, owner, logger } = this.#parts;
    try {
      const outcome = await this.#send(notice);
      if (outcome !== null) await this.#settle(notice, outcome);
    } catch (error) {
      logger.error(
        { notice: notice.id, ...describe(error) },
        "A message could not be made or settled; it is tried again",
      );
      const readyAt = new Date(this.#parts.clock.now().getTime() + pauseAfter(notice.attempts + 1));
      await settleNotice(db, notice.id, owner, { readyAt, attempts: notice.attempts + 1, lastError: "internal error" });
    }
  }

  /** Sends the parts that have not gone yet. Null: the budget is used up, or it has become quiet, and the message waits its time. */
  async #send(notice: StoredNotice): Promise<Delivery | null> {
    const { db, owner, clock, platforms } = this.#parts;
    const park = this.#parts.park();
    const platform = platforms.find((one) => one.name === notice.platform);
    if (platform === undefined) return { state: "gave-up", reason: `${notice.platform} is not configured` };
    const opening = quietFor(notice, park, clock.now());
    if (opening !== null) {
      await settleNotice(db, notice.id, owner, { readyAt: opening });
      return null;
    }
    const destination = destinationOf(notice.target, park);
    if (destination === null) return { state: "gave-up", reason: "the chat is no longer in the org file" };
    if (notice.body.kind === "attachment") {
      await notePart(db, notice.id, owner, notice.partsSent, leaseFrom(clock.now(), ATTACHMENT_LEASE_MS));
    }
    const scene = { db, park, files: this.#parts.files, now: clock.now() };
    const parts = await partsOf(scene, notice, platform, destination);
    if ("state" in parts) return parts;
    const { key, perMinute } = platform.budget(destination);
    let last: Delivery = { state: "sent" };
    for (const [index, part] of parts.entries()) {
      if (index < notice.partsSent) continue;
      const free = await takeFromBudget(db, key, perMinute, clock.now());
      if (free !== null) {
        await settleNotice(db, notice.id, owner, { readyAt: free });
        return null;
      }
      last = await platform.send(destination, part);
      this.#parts.onDelivery(platform.name, last.state);
      if (last.state !== "sent") return last;
      if (index < parts.length - 1) await notePart(db, notice.id, owner, index + 1, leaseFrom(clock.now()));
    }
    return last;
  }

  async #settle(notice: StoredNotice, outcome: Delivery): Promise<void> {
    const { db, owner, clock, logger } = this.#parts;
    const now = clock.now();
    if (outcome.state === "sent") {
      const platformKey = outcome.key ?? null;
      await settleNotice(db, notice.id, owner, { state: "sent", settledAt: now, platformKey, lastError: null });
      return;
    }
    const attempts = notice.attempts + 1;
    const { reason } = outcome;
    if (outcome.state === "gave-up" || triedEnough(notice.createdAt, now)) {
      logger.warn({ notice: notice.id, lane: notice.platform, reason }, "A message will not be delivered");
      const place = placeName(notice.target, this.#parts.park());
      await settleNotice(db, notice.id, owner, { state: "dead", settledAt: now, attempts, lastError: reason });
      await this.#parts.onDead(notice, place, reason);
      this.#again = true;
      return;
    }
    // No answer may mean that it was sent. It goes again: a notice twice is better than a notice lost.
    const wished = outcome.state === "later" ? outcome.afterMs : undefined;
    const readyAt = new Date(now.getTime() + pauseAfter(attempts, wished));
    await settleNotice(db, notice.id, owner, { readyAt, attempts, lastError: reason });
  }
}
