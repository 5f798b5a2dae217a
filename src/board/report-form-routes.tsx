import { type Request, type Response, Router } from "express";
import { tooLongProblem } from "../chat/conversation.ts";
import { phoneIn } from "../features/form/phone.ts";
import { raiseByForm } from "../features/form/raise.ts";
import type { Context } from "../issues/context.ts";
import { say } from "../messages/card.ts";
import { FILED_WITHOUT, WRONG_FILES } from "../messages/zh-cn/attached.ts";
import { WRONG } from "../messages/zh-cn/report-form.ts";
import { takeFromBudget } from "../store/budgets.ts";
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

/** From one address, behind which a whole park may sit; about one number; and from all together. */
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
  const { ofAddress, ofAll } = limitsFor(request);
  const upload = await readFromAnybody(deps, request, response, [ofAddress, ofAll]);
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
  const many = await tooOften(deps, request, number);
  if (many !== null) return again(429, many);
  const raised = await keepAndFile(deps, { token, filled, phone: number }, upload);
  if (raised !== null) return again(raised === WRONG_FILES.unkept ? 503 : 400, raised);
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

function limitsFor(request: Request) {
  return {
    ofAddress: { key: `report:${addressKey(request)}`, ...OF_ADDRESS },
    ofAll: { key: "report", ...OF_ALL },
  };
}

/** The sentence for who sends too much; null: there is room, and it was taken. */
async function tooOften({ db, clock }: BoardDeps, request: Request, phone: string): Promise<string | null> {
  const { ofAddress, ofAll } = limitsFor(request);
  const budgets = [
    [ofAddress, WRONG.often],
    [{ key: `report-phone:${digestOf(phone)}`, ...OF_PHONE }, WRONG.often],
    [ofAll, WRONG.busy],
  ] as const;
  for (const [limits, sentence] of budgets) {
    if ((await takeFromBudget(db, limits, clock.now())) !== null) return sentence;
  }
  return null;
}

interface ToFile {
  readonly token: string;
  readonly filled: Filled;
  readonly phone: string;
}

/** What is wrong with it, and then nothing of it is kept; null: it is filed with its pictures, and the link leads to it. */
async function keepAndFile(deps: BoardDeps, toFile: ToFile, upload: Upload): Promise<string | null> {
  try {
    return await withKeptOfAnybody(deps, upload, (tx, pictures) => file(deps.ctx(tx), toFile, pictures));
  } catch (thrown) {
    if (thrown instanceof FiledBefore) return null;
    if (thrown instanceof Unkept) return WRONG_FILES.unkept;
    throw thrown;
  }
}

async function file(
  ctx: Context,
  { token, filled, phone }: ToFile,
  pictures: readonly string[],
): Promise<string | null> {
  const raised = await raiseByForm(ctx, { ...filled, phone, pictures });
  if (raised === "several") return WRONG.several;
  if (raised === "empty") return WRONG.text;
  if (!(await keepReportLink(ctx.db, token, raised.issue.id))) throw new FiledBefore();
  return null;
}

/** The same form was sent twice at once: what the other one filed stays, and this is undone. */
class FiledBefore extends Error {}
