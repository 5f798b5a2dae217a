import { createHash } from "node:crypto";
import { KEPT_FILES } from "../../domain/issue/files.ts";
import { CLOCK_ACTOR } from "../../domain/issue/issue.ts";
import type { Context } from "../../issues/context.ts";
import type { Lost } from "../../messages/zh-cn/files.ts";
import type { MediaSource } from "../../platforms/inbound.ts";
import type { Fetched, Platform } from "../../platforms/platform.ts";
import type { Clock } from "../../shared/clock.ts";
import { describe } from "../../shared/errors.ts";
import type { Logger } from "../../shared/logger.ts";
import type { Db } from "../../store/client.ts";
import { lockDossier } from "../../store/dossier.ts";
import { appendEvent } from "../../store/events.ts";
import {
  hasFileWork,
  issuesToSeal,
  noteDigest,
  type StoredFile,
  sealKept,
  settleFile,
  takeWaiting,
} from "../../store/files.ts";
import { updateIssue } from "../../store/issues.ts";
import { acceptedType, MOST_BYTES, safeName } from "./accepted.ts";
import { tellOfLost } from "./lost-notice.ts";
import type { Shelf } from "./shelf.ts";

export interface FetcherDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly platforms: readonly Platform[];
  readonly shelf: Shelf;
  readonly ctx: (tx: Db) => Context;
  /** Something was written that may have to be sent and sealed. */
  readonly onDone: (sends: boolean) => void;
}

/** So many at once: each may be twenty megabytes in memory. */
const AT_ONCE = 3;
/**
 * When another process takes one up, should this one die over it. By then a fetch has ended: two tokens and what gives the address, 10 s
 * each; 60 s until the bytes are here; 15 s for who is removing the same bytes; 60 s until they are on the shelf.
 */
const TAKE_OVER_MS = 180_000;
/** Between tries: an address lives for minutes. */
const PAUSES_MS = [2_000, 5_000, 10_000, 20_000, 30_000, 60_000, 300_000, 1_800_000] as const;
/** So often a no that nobody knows is asked again: a minute in all. */
const MOST_DOUBTFUL = 5;
/** So long a message with something to fetch may be worked on. */
const EXPECTED_MS = 10_000;
/** The last try is made so long before an address ends. */
const MARGIN_MS = 10_000;

/** Fetches what came with messages, behind their answers: as due rows, so that whoever dies over it loses nothing. */
export class Fetcher {
  readonly #deps: FetcherDeps;
  #round: Promise<void> | null = null;
  #again = false;
  readonly #stopping = new AbortController();
  /** By the machine's running time, which no jump of the program's clock touches. */
  #expectedUntil = 0;

  constructor(deps: FetcherDeps) {
    this.#deps = deps;
  }

  /** Fetches all that is due, and what becomes due meanwhile. Calls while one runs share it. Rejects when the rows cannot be read. */
  drain(): Promise<void> {
    this.#again = true;
    this.#round ??= this.#rounds().finally(() => {
      this.#round = null;
    });
    return this.#round;
  }

  /** Begins to, and waits for nothing. */
  hint(): void {
    const { logger } = this.#deps;
    this.drain().catch((error: unknown) =>
      logger.error(describe(error), "Files could not be fetched; they are tried again"),
    );
  }

  /** A message is being worked on with which something comes: behind it there is something to fetch. */
  expect(): void {
    this.#expectedUntil = performance.now() + EXPECTED_MS;
  }

  /** A message was worked on. Of most nothing is to be fetched, and they cost nothing here. */
  worked(): void {
    if (performance.now() < this.#expectedUntil) this.hint();
  }

  /** Breaks off what is on its way, for whoever takes it up then, and begins nothing more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#round?.catch(() => {});
  }

  async #rounds(): Promise<void> {
    const { db, clock } = this.#deps;
    while (this.#again && !this.#stopping.signal.aborted) {
      this.#again = false;
      const now = clock.now();
      if (!(await hasFileWork(db, now))) continue;
      const retryAt = new Date(now.getTime() + TAKE_OVER_MS);
      const taken = await takeWaiting(db, { now, retryAt, limit: AT_ONCE });
      await Promise.all(taken.map((file) => this.#fetch(file)));
      if (taken.length > 0) this.#again = true;
      await this.#settle();
    }
  }

  /** Never rejects: what fails here is tried again by its row. */
  async #fetch(file: StoredFile): Promise<void> {
    const { logger } = this.#deps;
    try {
      const platform = this.#deps.platforms.find((one) => one.name === file.platform);
      const got = await fetchFrom(platform, file, this.#stopping.signal);
      if (got.state === "fetched") await this.#keep(file, got);
      else if (got.state === "later") await this.#later(file, got);
      else await this.#lose(file, got.why, got.reason);
    } catch (error) {
      logger.error({ platform: file.platform, ...describe(error) }, "A file could not be kept; it is tried again");
      await this.#later(file, { reason: "it could not be kept" }).catch(() => {});
    }
  }

  async #keep(file: StoredFile, { bytes, name: told }: Extract<Fetched, { state: "fetched" }>): Promise<void> {
    const { db, shelf, clock } = this.#deps;
    const name = file.name ?? told ?? null;
    const type = await acceptedType(bytes, name);
    if (type === null) return this.#lose({ ...file, name: safeName(name) }, "type", "a kind that is not taken");
    const digest = createHash("sha256").update(bytes).digest("hex");
    // Before the bytes are there: whatever happens behind it, what is on the shelf is known.
    if (!(await noteDigest(db, file.id, digest))) return;
    await shelf.put(digest, bytes);
    await settleFile(db, file.id, {
      state: "kept",
      source: null,
      name: file.kind === "picture" ? file.name : safeName(name),
      mime: type.mime,
      bytes: bytes.length,
      keptAt: clock.now(),
    });
  }

  async #later(
    file: StoredFile,
    { reason, isDoubtful }: Pick<Extract<Fetched, { state: "later" }>, "reason" | "isDoubtful">,
  ): Promise<void> {
    const { db, clock, logger } = this.#deps;
    const now = clock.now().getTime();
    const left = file.until.getTime() - now;
    const pause = PAUSES_MS[Math.min(file.attempts - 1, PAUSES_MS.length - 1)] ?? 2_000;
    logger.info({ platform: file.platform, tries: file.attempts, reason }, "A file could not be fetched");
    if (left <= 0 || (isDoubtful === true && file.attempts >= MOST_DOUBTFUL)) return this.#lose(file, "gone", reason);
    await settleFile(db, file.id, { retryAt: new Date(now + Math.min(pause, Math.max(left - MARGIN_MS, 1_000))) });
  }

  async #lose(file: StoredFile, lost: Lost, reason: string): Promise<void> {
    const { db, logger } = this.#deps;
    await settleFile(db, file.id, { state: "lost", source: null, name: file.name, lost });
    logger.warn({ platform: file.platform, lost, reason }, "A file that came with a message is lost");
  }

  /** What follows: who sent what is lost hears of it, and what is kept is sealed. */
  async #settle(): Promise<void> {
    const { db, ctx, onDone } = this.#deps;
    const told = await db.transaction((tx) => tellOfLost(ctx(tx)));
    const ids = await issuesToSeal(db, 20);
    for (const id of ids) await db.transaction((tx) => sealFiles(ctx(tx), id));
    if (told + ids.length > 0) onDone(told > 0);
  }
}

async function fetchFrom(
  platform: Platform | undefined,
  { source }: StoredFile,
  signal: AbortSignal,
): Promise<Fetched> {
  const known = source === null ? null : sourceOf(source);
  if (known === null || platform?.fetchMedia === undefined) {
    return { state: "refused", why: "gone", reason: "nothing here fetches it" };
  }
  return platform.fetchMedia(known, { limit: MOST_BYTES, signal });
}

/** As the platform gave it. */
function sourceOf({ by, url, key, id, code, second }: Readonly<Record<string, string>>): MediaSource | null {
  if (by === "url" && url !== undefined) return { by, url, ...(key !== undefined && { key }) };
  if (by === "media-id" && id !== undefined) return { by, id };
  if (by === "code" && code !== undefined) return { by, code, ...(second !== undefined && { second }) };
  return null;
}

/**
 * Records that files of an issue were kept, with the digest of each. Nothing of the issue changes by it, so no card or form is older
 * for it; what is recorded later continues this event.
 */
async function sealFiles({ db, now }: Context, issueId: number): Promise<void> {
  const dossier = await lockDossier(db, issueId);
  if (dossier === null) return;
  const { issue } = dossier;
  const version = issue.version + 1;
  const files = await sealKept(db, issueId, version);
  if (files.length === 0) return;
  await updateIssue(db, issue, {});
  await appendEvent(db, {
    issueId,
    version,
    action: KEPT_FILES,
    fromState: issue.state,
    toState: issue.state,
    actor: { ...CLOCK_ACTOR },
    platform: null,
    messageId: null,
    at: now,
    data: { action: KEPT_FILES, actor: CLOCK_ACTOR.name, byCompany: false, state: issue.state, files, row: {} },
  });
}
