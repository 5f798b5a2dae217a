import type { NextFunction, Request, Response } from "express";
import { isPicture, MOST_ATTACHED } from "../features/files/accepted.ts";
import { looseFiles } from "../store/files.ts";
import { drop, UNKEPT, Unkept, withChooseAgain, withKept } from "./attached.ts";
import type { BoardDeps } from "./deps.ts";
import { sendProblem, type Visitor, visitorOf } from "./door.tsx";
import type { Upload, UploadProblem } from "./uploads.ts";

/** What somebody who is signed in sends with a form about an issue. */
export interface Attached {
  /** The ids under which it is kept. */
  readonly files: readonly string[];
  readonly pictures: number;
  readonly problem: UploadProblem | null;
}

/** The field of a form that is sent once more: what came with it is here already. */
export const KEPT_FIELD = "kept";

const NOTHING: Attached = { files: [], pictures: 0, problem: null };

const uploads = new WeakMap<Request, Upload>();

/** Reads a form that may have files with it. Nothing is read of who is not signed in. */
export function readAttached(deps: BoardDeps) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const visitor = await visitorOf(deps, request);
    if (visitor === null) return next();
    const { platform, userId } = visitor.account;
    const upload = await deps.uploads.read(request, response, { key: `${platform} ${userId}`, takes: "all" });
    request.body = upload.body;
    uploads.set(request, upload);
    const { problem } = upload;
    // What did not arrive whole may lack the key of its form.
    const isLost = problem?.of === "coming" && request.body?.["form"] === undefined;
    if (isLost) sendProblem(deps, response, problem.status, problem.sentence);
    else next();
  };
}

interface Sent {
  readonly request: Request;
  readonly visitor: Visitor;
}

/** Does something with what came kept, as `withKept` does; where it cannot be, with the sentence about that. */
export async function withAttached<Done>(
  deps: BoardDeps,
  { request, visitor }: Sent,
  work: (attached: Attached) => Promise<Done>,
  stays: (done: Done) => boolean,
): Promise<Done> {
  const upload = uploads.get(request);
  if (upload === undefined) return work(NOTHING);
  const { problem, files } = upload;
  if (problem !== null) {
    return work({ ...NOTHING, problem: { ...problem, sentence: withChooseAgain(problem.sentence, upload) } });
  }
  const { platform, userId } = visitor.account;
  const from = { platform, userId, userName: visitor.person.name };
  const earlier = await keptBefore(deps, request, from);
  if (files.length + earlier.length === 0) return work(NOTHING);
  try {
    const done = await withKept(
      deps,
      { files, from },
      (fresh) => {
        const ids = [...earlier, ...fresh].map(({ id }) => id);
        const pictures = [...earlier, ...files].filter(({ mime }) => mime !== null && isPicture(mime)).length;
        return work({ files: ids, pictures, problem: null });
      },
      stays,
    );
    if (!stays(done)) await drop(deps, earlier);
    return done;
  } catch (thrown) {
    if (thrown instanceof Unkept) return work({ ...NOTHING, problem: UNKEPT });
    throw thrown;
  }
}

/** What the same person sent with this form before it was asked whether he means it. */
async function keptBefore({ db }: BoardDeps, request: Request, who: Pick<Visitor["account"], "platform" | "userId">) {
  const named: unknown = request.body?.[KEPT_FIELD];
  const ids = typeof named === "string" ? named.split(" ").slice(0, MOST_ATTACHED) : [];
  const found = await looseFiles(db, ids, who);
  return found.flatMap(({ id, digest, mime }) => (digest === null ? [] : [{ id, digest, mime }]));
}
