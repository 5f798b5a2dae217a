import { type Calibration, calibrate } from "../domain/routing/calibrate.ts";
import { dutiesOf, type Experience } from "../domain/routing/experience.ts";
import { type Example, type Learned, learn } from "../domain/routing/model.ts";
import type { Db } from "../store/client.ts";
import { keepLesson, latestDecisions, learnedUpTo, newerLesson, newestEvent } from "../store/decisions.ts";
import type { Context } from "./context.ts";

/** A process follows what is decided, and learns from it in the background. */

/** Of so many decisions each is remembered; what is older is learned from together. */
const REMEMBERED = 500;

/** Brings what a process knows of decisions up to what the database has. */
export async function followDecisions(db: Db, experience: Experience): Promise<void> {
  const upTo = await newestEvent(db);
  if (!experience.isOld && experience.upTo === upTo) return;
  const lesson = await newerLesson(db, experience.version);
  experience.renew({ decided: await latestDecisions(db, REMEMBERED), lesson, upTo });
}

/** So many of the newest decisions are learned from, and so many of each unit. */
const MOST = 20_000;
const MOST_OF_A_UNIT = 600;
/** Of fewer nothing can be proven. */
const LEAST = 50;

/** Learns anew where something was done since the last time. It lets others work meanwhile, and takes seconds. */
export async function learnAnew({ db, now, park }: Pick<Context, "db" | "now" | "park">): Promise<void> {
  const [last, upTo] = [await learnedUpTo(db), await newestEvent(db)];
  if (last !== null && last >= upTo) return;
  const decided = newestOfEach(await latestDecisions(db, MOST));
  if (decided.length < LEAST) return;
  const duties = dutiesOf(park.directory);
  const calibration: Calibration = await besides(calibrate(decided, duties));
  const learned: Learned = await besides(learn(decided));
  await keepLesson(db, learned, { calibration, upTo, at: now });
}

/** `decided`: the oldest first, as what comes back. */
function newestOfEach(decided: readonly Example[]): readonly Example[] {
  const had = new Map<string, number>();
  return decided
    .toReversed()
    .filter(({ unit }) => {
      had.set(unit, (had.get(unit) ?? 0) + 1);
      return (had.get(unit) ?? 0) <= MOST_OF_A_UNIT;
    })
    .toReversed();
}

/** A piece of work lasts no longer than this, in milliseconds, before others have their turn. */
const TURN_MS = 8;

/** Does work that pauses, and lets others have their turn in between. */
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
