import { type Request, type Response, Router } from "express";
import { tooLongProblem } from "../chat/conversation.ts";
import { phoneIn } from "../features/form/phone.ts";
import { raiseByForm } from "../features/form/raise.ts";
import type { Context } from "../issues/context.ts";
import { say } from "../messages/card.ts";
import { FILED_WITHOUT, WRONG_FILES } from "../messages/zh-cn/attached.ts";
import { WRONG } from "../messages/zh-cn/report-form.ts";
import { type Limits, nextInBudget, takeFromBudget } from "../store/budgets.ts";
import { filesOf } from "../store/files.ts";
import { readIssue } from "../store/issues.ts";
import { issueBehind, keepReportLink } from "../store/report-links.ts";
import { readFromAnybody, Unkept, withChooseAgain, withKeptOfAnybody } from "./attached.ts";
import { addressKey, digestOf } from "./attempts.ts";
import { keepSaid } from "./cookies.ts";
import type { BoardDeps } from "./deps.ts";
import { followRoutes, type Open } from "./follow-routes.tsx";
import { fieldsIn } from "./page.ts";
import { type Filled, MOST_OF_NAME, NOTHING_FILLED, ReportPage } from "./report-form-page.tsx";
import { pageText } from "./shell.tsx";
import type { Upload } from "./uploads.ts";

/** The form for companies. Nobody signs in here. */

/** So many are filed from one address, behind which a whole park may sit; with one number; and from all together. */
const OF_ADDRESS = { perMinute: 5, perHour: 30 };
const OF_PHONE = { perMinute: 2, perHour: 5 };
const OF_ALL = { perMinute: 30, perHour: 300 };

export function reportRoutes(deps: BoardDeps): Router {
  const router = Router();
  const { reports: keys } = deps;
  if (keys === null) return router;
  const open = { deps, keys };
  router.get("/report", async (_request, response) => sendForm(open, response, { status: 200, problem: null }));
  router.post("/report", (request, response) => take(open, request, response));
  followRoutes(open, router);
  return router;
}

async function sendForm(
  { deps, keys }: Open,
  response: Response,
  { status, problem, filled = NOTHING_FILLED }: { status: number; problem: string | null; filled?: Filled },
): Promise<void> {
  const formKey = keys.begin(await deps.present());
  const page = <ReportPage park={deps.park().org.park.name} formKey={formKey} filled={filled} problem={problem} />;
  response.status(status).type("html").send(pageText(page));
}

/** What was sent, filed with its pictures; else the form again, with everything that stood in it. */
async function take(open: Open, request: Request, response: Response): Promise<void> {
  const { deps, keys } = open;
  const limits = limitsFor(request);
  const upload = await readFromAnybody(
    deps,
    request,
    response,
    limits.map((one) => one.of),
  );
  const { company = "", phone = "", text = "", form = "" } = fieldsIn(upload.body);
  const filled = { company: company.replace(/\s+/gu, " "), phone, text };
  const again = (status: number, sentence: string) =>
    sendForm(open, response, { status, problem: withChooseAgain(sentence, upload), filled });
  const token = keys.tokenIn(form, await deps.present());
  const { problem } = upload;
  if (token === null)
    return problem?.of === "coming" ? again(problem.status, problem.sentence) : again(400, WRONG.over);
  const filed = await issueBehind(deps.db, token);
  if (filed !== null) {
    if (!(await sentAgain(open, response, { token, filed, text, upload }))) await again(409, WRONG.another);
    return;
  }
  const number = phoneIn(phone);
  const wrong = problem?.of === "coming" ? null : problemOf(filled, number);
  if (wrong !== null) return again(400, wrong);
  if (problem !== null) return again(problem.status, problem.sentence);
  if (number === null) return again(400, WRONG.phone);
  const refused = await keepAndFile(deps, { token, filled, phone: number, limits: withPhone(limits, number) }, upload);
  if (refused !== null) return again(refused.status, refused.sentence);
  deps.onDone();
  response.redirect(303, `/report/${token}`);
}

interface SentAgain {
  readonly token: string;
  readonly filed: number;
  readonly text: string;
  readonly upload: Upload;
}

/**
 * Sent once more, as a browser does that had no answer: it is filed, and its page says where other pictures go. False: a page that was
 * kept was filled in anew.
 */
async function sentAgain(
  { deps }: Open,
  response: Response,
  { token, filed, text, upload }: SentAgain,
): Promise<boolean> {
  if ((await readIssue(deps.db, filed))?.text !== text) return false;
  const to = `/report/${token}`;
  const there = new Set((await filesOf(deps.db, filed)).map(({ digest }) => digest));
  const isMore = upload.files.some(({ digest }) => !there.has(digest));
  if (isMore) keepSaid(response, { about: to, card: say(FILED_WITHOUT) }, deps.isHttps);
  response.redirect(303, to);
  return true;
}

function problemOf({ company, text }: Filled, phone: string | null): string | null {
  const letters = [...company].length;
  if (letters < 2 || letters > MOST_OF_NAME) return WRONG.company;
  if (phone === null) return WRONG.phone;
  return text === "" ? WRONG.text : tooLongProblem(text);
}

/** A limit to what is filed, and what is said beyond it. */
interface Limit {
  readonly of: Limits;
  readonly sentence: string;
}

function limitsFor(request: Request): readonly Limit[] {
  return [
    { of: { key: `report:${addressKey(request)}`, ...OF_ADDRESS }, sentence: WRONG.often },
    { of: { key: "report", ...OF_ALL }, sentence: WRONG.busy },
  ];
}

function withPhone(limits: readonly Limit[], phone: string): readonly Limit[] {
  return [{ of: { key: `report-phone:${digestOf(phone)}`, ...OF_PHONE }, sentence: WRONG.often }, ...limits];
}

interface ToFile {
  readonly token: string;
  readonly filled: Filled;
  readonly phone: string;
  readonly limits: readonly Limit[];
}

interface Refused {
  readonly status: number;
  readonly sentence: string;
}

/** What is wrong with it, and then nothing of it is kept or counted; null: it is filed with its pictures, and the link leads to it. */
async function keepAndFile(deps: BoardDeps, toFile: ToFile, upload: Upload): Promise<Refused | null> {
  const now = deps.clock.now();
  // Before a picture is kept for nothing.
  for (const { of, sentence } of toFile.limits)
    if ((await nextInBudget(deps.db, of, now)) !== null) return { status: 429, sentence };
  try {
    return await withKeptOfAnybody(deps, upload, (tx, pictures) => file(deps.ctx(tx), toFile, pictures));
  } catch (thrown) {
    if (thrown instanceof FiledBefore) return null;
    if (thrown instanceof TooOften) return { status: 429, sentence: thrown.message };
    if (thrown instanceof Unkept) return { status: 503, sentence: WRONG_FILES.unkept };
    throw thrown;
  }
}

async function file(ctx: Context, toFile: ToFile, pictures: readonly string[]): Promise<Refused | null> {
  const { token, filled, phone, limits } = toFile;
  const raised = await raiseByForm(ctx, { ...filled, phone, pictures });
  if (raised === "several") return { status: 400, sentence: WRONG.several };
  if (raised === "empty") return { status: 400, sentence: WRONG.text };
  if (!(await keepReportLink(ctx.db, token, raised.issue.id))) throw new FiledBefore();
  // Last, so that what is refused does not count, and nobody waits for the others' counts longer than for an instant.
  for (const { of, sentence } of limits)
    if ((await takeFromBudget(ctx.db, of, ctx.now)) !== null) throw new TooOften(sentence);
  return null;
}

/** Others have taken the room since it was looked at: this is undone. The message is a sentence for the page. */
class TooOften extends Error {}

/** The same form was sent twice at once: what the other one filed stays, and this is undone. */
class FiledBefore extends Error {}
