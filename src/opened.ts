import type { Config, Environment } from "./config.ts";
import type { connectAll } from "./connect.ts";
import type { Feature } from "./features/feature.ts";
import { type AuditKey, openAuditKey } from "./issues/audit-key.ts";
import { followDecisions } from "./issues/learn.ts";
import { GONE } from "./messages/zh-cn/places.ts";
import { orgEnv } from "./org/env.ts";
import { ParkHolder } from "./org/park-holder.ts";
import { UsageBook } from "./outbox/usage-book.ts";
import type { Ground } from "./parts.ts";
import { createHttpClient } from "./platforms/http-client.ts";
import { type Platform, reachedBy } from "./platforms/platform.ts";
import { type Mode, startMode } from "./sandbox/mode.ts";
import type { Population } from "./sandbox/population.ts";
import type { OffsetClock } from "./shared/clock.ts";
import type { Logger } from "./shared/logger.ts";
import type { Database, Db } from "./store/client.ts";
import { releaseAllFiles } from "./store/files.ts";
import { takeUpAll } from "./store/inbound.ts";
import { releaseAllLeases } from "./store/leases.ts";
import { releaseAllNotices } from "./store/notices.ts";

/** What a start finds and opens before the composition root (`app.ts`) puts the parts together. */

/** What a start is given. */
export interface Given {
  readonly config: Config;
  readonly env: Environment;
  readonly logger: Logger;
  readonly features: readonly Feature[];
  readonly connect: typeof connectAll;
}

/** What signs the fingerprints of the record. Without it the program does everything else. */
export function openKey(config: Config, logger: Logger): Promise<AuditKey | null> {
  return openAuditKey(config, (why) =>
    logger.warn(
      { why },
      "No fingerprint of the record is made: its key cannot be kept in DATA_DIR; set AUDIT_KEY_FILE",
    ),
  );
}

/** What the mode changes, and what an earlier life left. */
async function openMode(config: Config, clock: OffsetClock, { db, kind }: Database): Promise<Mode> {
  const mode = await startMode(config, clock);
  if (kind === "embedded") {
    // The guard proves that nobody else lives on this database: what an earlier life held is free.
    await releaseAllNotices(db);
    await releaseAllFiles(db, clock.now());
    await releaseAllLeases(db);
    await takeUpAll(db, clock.now());
  }
  return mode;
}

/** What everything else stands on. */
export interface Opened {
  readonly ground: Ground;
  readonly mode: Mode;
  readonly usage: UsageBook;
  readonly platforms: readonly Platform[];
  readonly holder: ParkHolder;
}

/** Opens what a start finds: who is listened to, and the park as it was left. */
export async function openGround(given: Given, database: Database, clock: OffsetClock): Promise<Opened> {
  const { config, logger, connect } = given;
  const { db } = database;
  const mode = await openMode(config, clock, database);
  const usage = new UsageBook({ db, clock, logger, park: () => holder.park });
  const platforms = connect({ ...mode, logger, onUse: usage.add }, clock, createHttpClient({ logger, clock }));
  const holder = await openPark(given, { db, mode, platforms, clock });
  const ground: Ground = {
    db,
    clock,
    logger,
    park: () => holder.park,
    roads: holder.roads,
    ctx: (tx) => ({ db: tx, now: clock.now(), park: holder.park }),
  };
  return { ground, mode, usage, platforms, holder };
}

/** The park in force, with its people and groups in the simulated chats. */
async function openPark(
  { config, env, logger }: Given,
  { db, mode, platforms, clock }: Readonly<{ db: Db; mode: Mode; platforms: readonly Platform[]; clock: OffsetClock }>,
): Promise<ParkHolder> {
  const reaches = reachedBy(platforms);
  const bases = { wecom: mode.wecom.apiBase, dingtalk: mode.dingtalk.oapiBase, secret: mode.robotSecret };
  const names = orgEnv(env, bases);
  const onNew = (org: Population) => mode.meet(org);
  const holder = await ParkHolder.open({ db, logger, clock, names, reaches, gone: GONE, onNew }, config.orgFile);
  await followDecisions(db, holder.experience);
  await mode.fill(holder.park.org);
  return holder;
}
