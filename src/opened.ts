import type { Config, Environment } from "./config.ts";
import { type AuditKey, openAuditKey } from "./issues/audit-key.ts";
import { GONE } from "./messages/zh-cn/places.ts";
import { orgEnv } from "./org/env.ts";
import { ParkHolder } from "./org/park-holder.ts";
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
export async function openMode(config: Config, clock: OffsetClock, { db, kind }: Database): Promise<Mode> {
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

/** The park in force, with its people and groups in the simulated chats. */
export async function openPark(
  { config, env, logger }: Readonly<{ config: Config; env: Environment; logger: Logger }>,
  { db, mode, platforms, clock }: Readonly<{ db: Db; mode: Mode; platforms: readonly Platform[]; clock: OffsetClock }>,
): Promise<ParkHolder> {
  const reaches = reachedBy(platforms);
  const bases = { wecom: mode.wecom.apiBase, dingtalk: mode.dingtalk.oapiBase, secret: mode.robotSecret };
  const names = orgEnv(env, bases);
  const onNew = (org: Population) => mode.meet(org);
  const holder = await ParkHolder.open({ db, logger, clock, names, reaches, gone: GONE, onNew }, config.orgFile);
  await mode.fill(holder.park.org);
  return holder;
}
