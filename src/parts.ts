import type { KeyObject } from "node:crypto";
import type { Router } from "express";
import { Drafts } from "./board/admin/draft.ts";
import type { BoardDeps } from "./board/deps.ts";
import { Live } from "./board/live.ts";
import { ReportKeys } from "./board/report-keys.ts";
import { boardRoutes } from "./board/routes.ts";
import { sessionSecret } from "./board/secret.ts";
import { Sessions } from "./board/sessions.ts";
import { SignInStates } from "./board/sign-in-states.ts";
import { Uploads } from "./board/uploads.ts";
import { apologise, type Common, reply } from "./chat/reply.ts";
import { type InboundDeps, takeUp } from "./chat/work-off.ts";
import type { Config } from "./config.ts";
import { reactions } from "./features/delivery/feature.ts";
import type { Feature } from "./features/feature.ts";
import { fileWorks } from "./features/files/feature.ts";
import { Fetcher, type FetcherDeps } from "./features/files/fetcher.ts";
import { S3Shelf } from "./features/files/s3-shelf.ts";
import { FolderShelf, type Shelf } from "./features/files/shelf.ts";
import { supervisedDuties } from "./features/ledger/duty-list.ts";
import { createFiles, type Files } from "./features/reports/files.ts";
import { fingerprintWork } from "./features/reports/fingerprint-work.ts";
import type { Context } from "./issues/context.ts";
import { followDecisions } from "./issues/learn.ts";
import { OrgDesk } from "./org/desk.ts";
import type { ParkHolder } from "./org/park-holder.ts";
import { Courier, type CourierDeps } from "./outbox/courier.ts";
import { kindsByName } from "./outbox/notice-kind.ts";
import type { UsageBook } from "./outbox/usage-book.ts";
import { checkAddress } from "./platforms/address.ts";
import type { Platform } from "./platforms/platform.ts";
import { ClockControl } from "./schedule/clock-control.ts";
import { jobsOf } from "./schedule/jobs.ts";
import { Sealer } from "./schedule/sealer.ts";
import { allWorks, type SweepDeps } from "./schedule/sweep.ts";
import type { OffsetClock } from "./shared/clock.ts";
import { describe } from "./shared/errors.ts";
import type { Db } from "./store/client.ts";
import type { Metrics } from "./web/metrics.ts";
import { patiently } from "./web/server.ts";

/** Parts that the composition root (`app.ts`) makes of others. */

/** What every part behind the platforms stands on. */
export interface Ground extends Omit<SweepDeps, "works">, Pick<ParkHolder, "roads"> {
  readonly clock: OffsetClock;
  /** What a change works with, in a transaction of this moment. */
  readonly ctx: (tx: Db) => Context;
}

type CourierParts = Omit<CourierDeps, keyof Ground | "kinds" | "reactions"> & {
  readonly features: readonly Feature[];
};

function createCourier(ground: Ground, { features, ...parts }: CourierParts): Courier {
  const kinds = kindsByName(features.flatMap((one) => one.notices));
  return new Courier({
    ...ground,
    ...parts,
    kinds,
    reactions: reactions(ground.ctx, { roads: ground.roads, kinds }),
  });
}

/** What fetches what comes with messages, and where its bytes are. */
function createFetcher(
  ground: Ground,
  { config, platforms, onDone }: Pick<FetcherDeps, "platforms" | "onDone"> & { readonly config: Config },
): { readonly fetcher: Fetcher; readonly shelf: Shelf } {
  const shelf = config.s3 === undefined ? new FolderShelf(config.dataDir) : new S3Shelf(config.s3);
  return { fetcher: new Fetcher({ ...ground, platforms, shelf, onDone }), shelf };
}

/** What all conversations have in common, in chats and on pages. */
function commonOf(
  { clock, logger, roads }: Ground,
  {
    files,
    commands,
    platforms,
    holder,
    boardAt,
    fetcher,
  }: Pick<Common, "commands" | "boardAt"> &
    Readonly<{ files: Files; platforms: readonly Platform[]; holder: ParkHolder; fetcher: Fetcher }>,
): Common {
  return {
    commands,
    roads,
    boardAt,
    onMedia: () => fetcher.expect(),
    linkTo: (what) => files.linkTo(what, clock.now()),
    explain: (why) => logger.debug({ why }, "A message was understood"),
    posts: (chat) => platforms.some((one) => one.name === chat.platform && one.posts(chat)),
    onRecognised: () => holder.expire(),
  };
}

function createChat(
  { db, clock, logger, ctx }: Ground,
  {
    common,
    onDone,
    fetcher,
  }: { readonly common: Common; readonly onDone: InboundDeps["onDone"]; readonly fetcher: Fetcher },
): InboundDeps {
  return {
    db,
    clock,
    logger,
    reply: (tx, row, writes, admitted) => reply({ ...ctx(tx), writes, admitted }, row, common),
    apologise: (tx, row, writes) => apologise({ ...ctx(tx), writes }, row),
    onDone: (sends) => {
      onDone(sends);
      fetcher.worked();
    },
    running: new Set(),
  };
}

/** What follows when something was written: it is sealed soon, and sent, by a park that knows of it. */
function afterwards(
  { db, logger }: Ground,
  { hint, sealer, holder }: { readonly hint: () => void; readonly sealer: Sealer; readonly holder: ParkHolder },
): InboundDeps["onDone"] {
  const failed = (error: unknown) =>
    logger.error(describe(error), "What was changed or decided could not be read again");
  return (sends) => {
    sealer.note();
    const goOn = async () => {
      if (holder.experience.isOld) await followDecisions(db, holder.experience);
      if (sends) hint();
    };
    void holder.renewed(goOn).catch(failed);
  };
}

interface ClockworkParts {
  readonly features: readonly Feature[];
  /** What signs the fingerprints of the record. Null: none are made. */
  readonly fingerprints: KeyObject | null;
  /** Whether the program's clock can be moved. */
  readonly moves: boolean;
  readonly talk: Talk;
  readonly holder: ParkHolder;
  /** Tends the roads on which messages come in. */
  readonly tend: () => Promise<void>;
}

/** What comes by the clock: what moves it where it can be moved, and what each process does again and again. */
export function createClockwork(ground: Ground, parts: ClockworkParts) {
  const { features, fingerprints, moves, holder, tend } = parts;
  const { inbound, fetcher, shelf, courier, sealer } = parts.talk;
  const works = allWorks(
    () => takeUp(inbound),
    [
      // The month's fingerprint is there before the digest that tells of it.
      ...(fingerprints === null ? [] : [fingerprintWork(fingerprints)]),
      ...features.flatMap((one) => one.clock),
      ...fileWorks({ fetcher, shelf }),
    ],
  );
  const drain = () => fetcher.drain().then(() => courier.drain());
  const control = new ClockControl({ ...ground, works, moves, drain });
  const jobs = jobsOf({
    ...ground,
    works,
    control,
    sealer,
    follow: () => holder.follow().then(() => followDecisions(ground.db, holder.experience)),
    look: () => courier.look(),
    takeUp: () => takeUp(inbound).finally(() => fetcher.hint()),
    tend: () => control.present().then(tend),
  });
  return { control, jobs };
}

interface TalkParts
  extends Pick<CourierDeps, "owner" | "sendsOn" | "callOthers">,
    Pick<Common, "commands" | "boardAt"> {
  readonly config: Config;
  readonly features: readonly Feature[];
  readonly platforms: readonly Platform[];
  readonly usage: UsageBook;
  readonly holder: ParkHolder;
  readonly metrics: Metrics;
  /** Whether the program's clock is being moved. */
  readonly isMoving: () => boolean;
}

/** What messages come to, and what goes out: heard, worked off, sealed, sent. */
export type Talk = Awaited<ReturnType<typeof createTalk>>;

export async function createTalk(ground: Ground, { isMoving, metrics, commands, boardAt, ...parts }: TalkParts) {
  const { config, platforms, holder } = parts;
  const { publicUrl } = config;
  const reachable = checkAddress(publicUrl, false) === null;
  const files = await createFiles({ ...ground, publicUrl, reachable, duties: supervisedDuties });
  const courier = createCourier(ground, { ...parts, files, onDelivery: metrics.delivery });
  const sealer = new Sealer(ground);
  // While the sandbox's clock moves, each moment's messages go in their turn.
  const hint = (isOwn: boolean) => courier.hint(() => !isMoving(), isOwn);
  const onDone = afterwards(ground, { hint: () => hint(true), sealer, holder });
  const { fetcher, shelf } = createFetcher(ground, { config, platforms, onDone });
  const common = commonOf(ground, { files, commands, platforms, holder, boardAt, fetcher });
  const inbound = createChat(ground, { common, onDone, fetcher });
  return { files, courier, sealer, hint, onDone, fetcher, shelf, common, inbound };
}

interface BoardParts extends Pick<BoardDeps, "present" | "auditKey"> {
  readonly platforms: readonly Platform[];
  readonly config: Config;
  /** Whether chat programs are simulated: then anybody may enter as anybody. */
  readonly isSimulated: boolean;
  readonly talk: Talk;
  readonly holder: ParkHolder;
}

/** The pages in a browser, and what keeps them as they would be now. */
export async function createBoard(
  ground: Ground,
  { config, isSimulated, present, platforms, talk, auditKey, holder }: BoardParts,
): Promise<{ readonly routes: Router; readonly live: Live }> {
  const secret = await sessionSecret(ground.db, config.sessionSecret, isSimulated ? "simulation" : "park");
  const live = new Live(ground.db, ground.logger);
  const { common, files, shelf, onDone } = talk;
  const routes = boardRoutes({
    ...ground,
    present,
    live,
    shelf,
    shared: common,
    sessions: new Sessions(secret),
    isHttps: config.publicUrl.startsWith("https:"),
    choosesPerson: isSimulated,
    // Nobody has an account of a simulated platform that a browser could be asked for.
    waysIn: isSimulated ? [] : platforms.flatMap(({ name, signIn }) => (signIn === undefined ? [] : { name, signIn })),
    states: new SignInStates(secret),
    reports: config.reportForm ? new ReportKeys(secret) : null,
    showsPublic: config.publicPage,
    onDone: () => onDone(true),
    fileOf: files.make,
    auditKey,
    drafts: new Drafts(secret),
    uploads: new Uploads(patiently),
    org: new OrgDesk({ load: (text) => holder.load(text), names: holder.names, follow: () => holder.follow() }),
  });
  return { routes, live };
}
