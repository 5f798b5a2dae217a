import { Router } from "express";
import { describe } from "../shared/errors.ts";
import type { Logger } from "../shared/logger.ts";

export interface CheckResult {
  readonly ok: boolean;
  /** A sentence for the operator when it is not; anybody may read it. */
  readonly reason?: string;
}

/** Looks at one part of the program. What it throws counts as not ok. */
export type Check = () => Promise<CheckResult>;

/** Whether the program can do its work, by the name of each part. */
export interface Health {
  checks(): Promise<Record<string, CheckResult>>;
}

/** Runs all checks side by side, each for at most `timeoutMs` milliseconds. */
export function createHealth(checks: Readonly<Record<string, Check>>, logger: Logger, timeoutMs = 2000): Health {
  return {
    async checks() {
      const names = Object.entries(checks);
      const results = names.map(async ([name, check]) => [name, await bounded(name, check)] as const);
      return Object.fromEntries(await Promise.all(results));
    },
  };

  async function bounded(name: string, check: Check): Promise<CheckResult> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<CheckResult>((resolve) => {
      timer = setTimeout(() => resolve({ ok: false, reason: `No answer within ${timeoutMs / 1000} s.` }), timeoutMs);
    });
    try {
      return await Promise.race([check(), late]);
    } catch (error) {
      logger.warn({ check: name, ...describe(error) }, "A health check failed.");
      return { ok: false, reason: "The check failed: see the log." };
    } finally {
      clearTimeout(timer);
    }
  }
}

/** `/healthz`: the process answers. `/readyz`: everything it needs is there. */
export function healthRoutes(health: Health): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ status: "ok", checks: {} });
  });
  router.get("/readyz", async (_request, response) => {
    const checks = await health.checks();
    const ready = Object.values(checks).every((check) => check.ok);
    response.set("Cache-Control", "no-store").status(ready ? 200 : 503);
    response.json({ status: ready ? "ok" : "unavailable", checks });
  });
  return router;
}
