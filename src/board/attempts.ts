import { createHash } from "node:crypto";
import type { Request } from "express";
import { type Limits, nextInBudget, takeFromBudget } from "../store/budgets.ts";
import type { BoardDeps } from "./deps.ts";

/**
 * How often somebody may fail to sign in. From one address, behind which a whole office may sit; and from all together, so that
 * many addresses come no further. What succeeds is not counted.
 */
const FROM_ONE = { perMinute: 10, perHour: 30 };
const IN_ALL = { perMinute: 120, perHour: 1_200 };

/** When somebody at this address may try again, where too many tries have failed; null: now. */
export async function whenToTry({ db, present }: BoardDeps, request: Request): Promise<Date | null> {
  const now = await present();
  for (const limits of limitsFor(request)) {
    const next = await nextInBudget(db, limits, now);
    if (next !== null) return next;
  }
  return null;
}

/** Counts a try that has failed. */
export async function noteFailure({ db, clock }: BoardDeps, request: Request): Promise<void> {
  for (const limits of limitsFor(request)) await takeFromBudget(db, limits, clock.now());
}

function limitsFor(request: Request): readonly Limits[] {
  return [
    { key: `sign-in:${addressKey(request)}`, ...FROM_ONE },
    { key: "sign-in", ...IN_ALL },
  ];
}

/** Tells one address from another without keeping it. Of IPv6 the network counts: whoever has one has all of its addresses. */
function addressKey({ ip = "" }: Pick<Request, "ip">): string {
  return createHash("sha256").update(networkOf(ip)).digest("base64url").slice(0, 16);
}

function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const groups = head === "" ? [] : head.split(":");
  const behind = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - groups.length - behind.length }, () => "0");
  return [...groups, ...zeros, ...behind].slice(0, 4).join(":");
}
