import { type Calibration, calibrate } from "../domain/routing/calibrate.ts";
import { dutiesOf, type Experience } from "../domain/routing/experience.ts";
import { precisionOf } from "../domain/routing/limits.ts";
import { type Example, type Learned, learn } from "../domain/routing/model.ts";
import { sampled } from "../domain/routing/sample.ts";
import type { Db } from "../store/client.ts";
import {
  heardSince,
  keepLesson,
  type Learning,
  latestDecisions,
  newerLesson,
  newestDeciding,
  newestLearning,
} from "../store/decisions.ts";
import type { Context } from "./context.ts";

/** A process follows what is decided, and learns from it in the background. */

/** Of so many decisions each is remembered; what is older is learned from together. */
const REMEMBERED = 500;

/**
 * Brings what a process knows of decisions up to what the database has. They are read again only when one of the events that came since
 * decides something. What another transaction decides at this very moment is known with the next look, within a minute.
 */
export async function followDecisions(db: Db, experience: Experience): Promise<void> {
  const before = experience.follow();
  const { heard, version } = await heardSince(db, before);
  const lesson = version > experience.version ? await newerLesson(db, experience.version) : null;
  const isNew = before === null || heard.deciding.some((seq) => !before.deciding.includes(seq));
  const decided = isNew ? await latestDecisions(db, REMEMBERED) : null;
  experience.renew({ heard, decided, lesson });
}

/** Of so many of the newest decisions a sample is learned from. */
const LOOKED_AT = 20_000;
/** Of fewer nothing can be proven. */
const LEAST = 50;

/**
 * Learns anew where something was decided since the last time, or where more or less of it is to be right. It lets others work
 * meanwhile, and takes seconds. Null: there is nothing to learn.
 */
export async function learnAnew({ db, now, park }: Pick<Context, "db" | "now" | "park">): Promise<Learning | null> {
  const { directory } = park;
  const last = await newestLearning(db);
  const precision = precisionOf(directory);
  const newest = await newestDeciding(db, last?.upTo ?? 0);
  const upTo = newest ?? (last === null || last.precision === precision ? null : last.upTo);
  if (upTo === null) return null;
  const all = await latestDecisions(db, LOOKED_AT);
  const standing = all.filter(({ unit }) => directory.department(unit) !== undefined);
  const decided = sampled(standing);
  if (decided.length < LEAST) return null;
  const calibration: Calibration = await besides(calibrate(decided, dutiesOf(directory), precision));
  const learned: Learned = await besides(learn(decided));
  const gone = all.length - standing.length;
  const learning = { calibration, precision, gone, contradicting: contradictingIn(decided), upTo, at: now };
  await keepLesson(db, learned, learning);
  return learning;
}

/** Of how many the same words went to another unit as well. */
function contradictingIn(decided: readonly Example[]): number {
  const units = new Map<string, Set<string>>();
  for (const { text, unit } of decided) units.set(text, (units.get(text) ?? new Set()).add(unit));
  return decided.filter(({ text }) => (units.get(text)?.size ?? 0) > 1).length;
}

/** A piece of work lasts no longer than this, in milliseconds, before others have their turn. */
const TURN_MS = 8;

/** Does work in pieces, between which others have their turn. */
export async function besides<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const until = performance.now() + TURN_MS;
    while (performance.now() < until) {
      const step = work.next();
      if (step.done === true) return step.value;
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
