import { createHash } from "node:crypto";
import type { Request } from "express";
import type { TOO_MANY } from "../messages/zh-cn/sign-in.ts";
import { type Limits, nextInBudget, takeFromBudget } from "../store/budgets.ts";
import type { BoardDeps } from "./deps.ts";

/** What is tried: to sign in, or to follow what was raised by the form. */
export type Tried = keyof typeof TOO_MANY;

/**
 * How often somebody may fail. From one address, behind which a whole office may sit; and from all together, so that many
 * addresses come no further. What succeeds is not counted.
 */
const FROM_ONE = { perMinute: 10, perHour: 30 };
const IN_ALL = { perMinute: 120, perHour: 1_200 };

/** When somebody at this address may try again, where too many tries have failed; null: now. */
export async function whenToTry(
  { db, present }: BoardDeps,
  request: Request,
  tried: Tried = "sign-in",
): Promise<Date | null> {
  const now = await present();
  for (const limits of limitsFor(request, tried)) {
    const next = await nextInBudget(db, limits, now);
    if (next !== null) return next;
  }
  return null;
}

/** Counts a try that has failed. */
export async function noteFailure({ db, clock }: BoardDeps, request: Request, tried: Tried = "sign-in"): Promise<void> {
  for (const limits of limitsFor(request, tried)) await takeFromBudget(db, limits, clock.now());
}

function limitsFor(request: Request, tried: Tried): readonly Limits[] {
  return [
    { key: `${tried}:${addressKey(request)}`, ...FROM_ONE },
    { key: tried, ...IN_ALL },
  ];
}

/** Tells one address from another without keeping it. Of IPv6 the network counts: whoever has one has all of its addresses. */
export function addressKey({ ip = "" }: Pick<Request, "ip">): string {
  return digestOf(networkOf(ip));
}

/** Tells one value from another in the name of a budget, without keeping it. */
export function digestOf(value: string): string {
  return createHash("sha256").update(value).digest("base64url").slice(0, 16);
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
