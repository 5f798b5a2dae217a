import { json, type Request, type Response, Router } from "express";
import { ChaxuError } from "../shared/errors.ts";
import { fromThisPage } from "./own-origin.ts";

/** `GET` and `POST /sandbox/clock`: reads the program's clock, or moves it through everything that becomes due. */

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const ADVANCE = /^(\d{1,6})([mhd])$/;
/** Ten years: more is a slip. */
const LONGEST_MS = 10 * 366 * UNIT_MS.d;

export interface ClockRoutesOptions {
  /** The present moment, as all replicas have it. */
  readonly now: () => Promise<Date>;
  readonly moveTo: (target: (now: Date) => Date) => Promise<Date>;
}

export function clockRoutes({ now, moveTo }: ClockRoutesOptions): Router {
  const router = Router();
  router.get("/sandbox/clock", async (_request, response) => {
    response.set("cache-control", "no-store").json({ now: (await now()).toISOString() });
  });
  router.post("/sandbox/clock", fromThisPage, json({ limit: "1kb" }), async (request, response) => {
    const target = readTarget(request.body, await now());
    if (typeof target === "string") {
      response.status(400).json({ error: target });
      return;
    }
    try {
      response.json({ now: (await moveTo(target)).toISOString() });
    } catch (thrown) {
      if (!(thrown instanceof ChaxuError) || thrown.code !== "clock-backwards") throw thrown;
      response.status(400).json({ error: "已经有诉求了，时间只能往前走，请选以后的时间。" });
    }
  });
  router.use(
    "/sandbox/clock",
    (thrown: unknown, _request: Request, response: Response, next: (error: unknown) => void) => {
      if (thrown instanceof SyntaxError) response.status(400).json({ error: "请求的内容不是有效的 JSON。" });
      else next(thrown);
    },
  );
  return router;
}

/** Where to, or the sentence that says how to write it. */
function readTarget(body: unknown, present: Date): ((now: Date) => Date) | string {
  const how = '请写 {"advance":"3d"}（m、h、d）或 {"at":"2026-11-30T08:30:00+08:00"}。';
  if (typeof body !== "object" || body === null) return how;
  if ("advance" in body === "at" in body) return how;
  if ("advance" in body) {
    const match = typeof body.advance === "string" ? ADVANCE.exec(body.advance) : null;
    if (match === null) return how;
    const amount = Number(match[1]) * unitOf(match[2]);
    return amount > LONGEST_MS ? "一次最多走十年。" : (now) => new Date(now.getTime() + amount);
  }
  if (!("at" in body) || typeof body.at !== "string" || !isInstant(body.at)) return how;
  const at = new Date(body.at);
  if (at.getTime() - present.getTime() > LONGEST_MS) return "一次最多走十年。";
  return () => at;
}

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:[zZ]|[+-]\d{2}:\d{2})$/;

/** A whole moment with its zone, on a day that exists: the language would make 30 February a day in March. */
function isInstant(text: string): boolean {
  const [, year, month, day] = MOMENT.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCDate() === Number(day) && !Number.isNaN(new Date(text).getTime());
}

function unitOf(unit: string | undefined): number {
  return unit === "d" ? UNIT_MS.d : unit === "h" ? UNIT_MS.h : UNIT_MS.m;
}
