import type { Request, Response } from "express";
import type { SealedFile } from "../domain/issue/files.ts";
import { dropLoose, keepWeighed, type Weighed } from "../features/files/attach.ts";
import { CHOOSE_AGAIN, WRONG_FILES } from "../messages/zh-cn/attached.ts";
import { WRONG } from "../messages/zh-cn/report-form.ts";
import { describe } from "../shared/errors.ts";
import { type Limits, nextInBudget, takeFromBudget } from "../store/budgets.ts";
import type { Db } from "../store/client.ts";
import { addressKey } from "./attempts.ts";
import type { BoardDeps } from "./deps.ts";
import type { Upload, UploadProblem } from "./uploads.ts";

/** What comes with a form is kept before its move is made, and dropped behind it where none has taken it. */

type From = Parameters<typeof keepWeighed>[2];

interface Keeping {
  readonly files: readonly Weighed[];
  readonly from: Omit<From, "at">;
}

/** That they could not be kept: nothing was done. */
export class Unkept extends Error {}

/** Does something with what was sent kept. Throws `Unkept` where it cannot be; `stays`: it waits for being sent once more. */
export async function withKept<Done>(
  deps: BoardDeps,
  { files, from }: Keeping,
  work: (kept: readonly SealedFile[]) => Promise<Done>,
  stays: (done: Done) => boolean = () => false,
): Promise<Done> {
  const kept = await keepWeighed(deps, files, { ...from, at: deps.clock.now() }).catch((error: unknown) => {
    deps.logger.error(describe(error), "What was sent with a form could not be kept");
    throw new Unkept();
  });
  let done: Done | undefined;
  try {
    done = await work(kept);
    return done;
  } finally {
    if (done === undefined || !stays(done)) await drop(deps, kept);
  }
}

/** Does something in a transaction with what came of who has no account kept: who that is, stands in the issue alone. Throws `Unkept`. */
export function withKeptOfAnybody<Done>(
  deps: BoardDeps,
  { files }: Upload,
  work: (tx: Db, ids: readonly string[]) => Promise<Done>,
): Promise<Done> {
  const from = { platform: "form", userId: "", userName: "" } as const;
  return withKept(deps, { files, from }, (kept) =>
    deps.db.transaction((tx) =>
      work(
        tx,
        kept.map(({ id }) => id),
      ),
    ),
  );
}

/** Takes away what nothing has taken; what cannot be removed now, the clock removes after a day. */
export async function drop(deps: BoardDeps, files: readonly SealedFile[]): Promise<void> {
  await dropLoose(deps, files).catch((error: unknown) =>
    deps.logger.warn(describe(error), "What belongs to no issue could not be removed yet"),
  );
}

/** A sentence about a form with which files were sent, which no browser chooses anew. */
export function withChooseAgain(sentence: string, { hadFiles, problem }: Upload): string {
  return hadFiles && problem?.of !== "files" ? `${sentence}${CHOOSE_AGAIN}` : sentence;
}

/** Forms that nobody has signed in for, sent from one address and from all, whatever comes of them: counted before a file of theirs is read. */
const OF_ADDRESS = { perMinute: 20, perHour: 120 };
const OF_ALL = { perMinute: 120, perHour: 1_200 };

/** Reads a form of who has no account. `full`: what is asked of it later, and full already, ends it before its files are read. */
export async function readFromAnybody(
  deps: BoardDeps,
  request: Request,
  response: Response,
  full: readonly Limits[],
): Promise<Upload> {
  const often: UploadProblem = { of: "coming", status: 429, sentence: WRONG.often };
  const tries = [
    { key: `upload:${addressKey(request)}`, ...OF_ADDRESS },
    { key: "upload", ...OF_ALL },
  ];
  let isCounted = false;
  const counted = async () => {
    isCounted = true;
    const now = await deps.present();
    for (const limits of tries) if ((await takeFromBudget(deps.db, limits, now)) !== null) return often;
    return null;
  };
  const refuses = async () => {
    const now = await deps.present();
    for (const limits of full) if ((await nextInBudget(deps.db, limits, now)) !== null) return often;
    return counted();
  };
  const upload = await deps.uploads.read(request, response, { key: addressKey(request), takes: "pictures", refuses });
  // A form without files is a try as well.
  const refused = isCounted || upload.problem !== null ? null : await counted();
  return refused === null ? upload : { ...upload, problem: refused };
}

/** In place of an answer where nothing could be kept. */
export const UNKEPT: UploadProblem = { of: "coming", status: 503, sentence: WRONG_FILES.unkept };
