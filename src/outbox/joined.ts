import type { Block, Card } from "../messages/card.ts";
import type { Address, Part, Platform } from "../platforms/platform.ts";
import type { StoredNotice } from "../store/notices.ts";
import { claimThese, readBehind } from "../store/notices-behind.ts";
import { cardFor, type Scene } from "./compose.ts";
import { LEASE_MS } from "./pace.ts";
import type { UsageBook } from "./usage-book.ts";

/** Where a quota of the month runs short, what waits in one chat goes as one message. */

export interface JoiningDeps {
  readonly usage: Pick<UsageBook, "isScarce">;
  readonly owner: string;
}

/** One message that holds what several would have. */
export interface Joined {
  readonly parts: readonly Part[];
  /** Those behind the first that it says as well, in their order. */
  readonly along: readonly StoredNotice[];
}

interface Way {
  readonly platform: Platform;
  readonly address: Address;
}

/** So many go as one at most. */
const MOST_JOINED = 10;

/**
 * Takes along what waits behind a message, as far as all of it fits into one part. Null: it goes alone. What goes along is
 * claimed; who asked gives it back when it did not arrive.
 */
export async function join(
  { usage, owner }: JoiningDeps,
  scene: Scene,
  head: StoredNotice,
  way: Way,
): Promise<Joined | null> {
  const { quota } = way.platform.budget(way.address);
  if (head.express || !joins(scene, head) || quota === undefined || !(await usage.isScarce(quota))) return null;
  const behind = await readBehind(scene.db, head, MOST_JOINED - 1);
  const stop = behind.findIndex((one) => !joins(scene, one));
  const ready = stop < 0 ? behind : behind.slice(0, stop);
  const first = await cardFor(scene, head);
  if (ready.length === 0 || first === null || "state" in first) return null;
  const joined = await together(scene, first, ready, way);
  if (joined === null) return null;
  const ids = joined.along.map((one) => one.id);
  return (await claimThese(scene.db, ids, { owner, leaseMs: LEASE_MS })) ? joined : null;
}

/** Whether a message may go with others now: one that failed before goes alone, so that none fails for another's sake. */
function joins({ kinds, park, now }: Scene, notice: StoredNotice): boolean {
  const { body, attempts, partsSent, readyAt } = notice;
  if (body.kind === "reply" || body.kind === "attachment") return false;
  if (attempts > 0 || partsSent > 0 || readyAt > now) return false;
  return kinds.get(body.kind)?.keepsHours !== true || park.calendar.isOpen(now);
}

async function together(
  scene: Scene,
  first: Card,
  ready: readonly StoredNotice[],
  { platform, address }: Way,
): Promise<Joined | null> {
  let blocks: readonly Block[] = first.blocks;
  let parts = platform.render(address, first);
  const along: StoredNotice[] = [];
  for (const notice of ready) {
    const card = await cardFor(scene, notice).catch(() => undefined);
    // What has nothing to say any more ends by itself when its turn comes.
    if (card === null) continue;
    // So does what cannot be made; what is behind it waits for that.
    if (card === undefined || "state" in card) break;
    const grown: readonly Block[] = [...blocks, { kind: "divider" }, ...card.blocks];
    const longer = platform.render(address, { blocks: grown });
    if (longer.length !== 1) break;
    blocks = grown;
    parts = longer;
    along.push(notice);
  }
  return along.length === 0 ? null : { parts, along };
}
