import { contactsOverAt, contactsUntil } from "../../domain/issue/contact-over.ts";
import { CLOCK_ACTOR, isStaff } from "../../domain/issue/issue.ts";
import { FORGOTTEN } from "../../domain/zh-cn-forgotten.ts";
import { maskPhones } from "../../messages/escape.ts";
import type { Db } from "../../store/client.ts";
import type { StoredEvent } from "../../store/events.ts";
import {
  type Change,
  changeTexts,
  lockForForgetting,
  longestOver,
  markMasked,
  overSince,
} from "../../store/forgetting.ts";
import { type ClockContext, type ClockWork, hourly } from "../feature.ts";

/** Of what has been over for long nobody needs to know any more whom to call: names and numbers go, the record stays whole. */

/** So many issues are asked for at once, and so often in one look; each is a transaction of its own. The rest goes with the next look. */
const BATCH = 50;
const MOST_BATCHES = 10;

export const masking: ClockWork = hourly({
  name: "contacts",
  run: maskOld,
  next: async ({ db, park }) => {
    const since = await longestOver(db);
    return since === null ? null : contactsOverAt(park.org.policy, new Date(since.getTime() + 1));
  },
});

async function maskOld({ db, now, park, apart }: ClockContext): Promise<void> {
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const ids = await overSince(db, contactsUntil(park.org.policy, now), BATCH);
    for (const id of ids) await apart({ issue: id }, () => db.transaction((tx) => mask(tx, id, now)));
    if (ids.length < BATCH) return;
  }
}

async function mask(tx: Db, id: number, at: Date): Promise<void> {
  const written = await lockForForgetting(tx, id);
  if (written === null) return;
  await changeTexts(tx, id, { written, change: withoutContacts(written), by: CLOCK_ACTOR.name, at });
  await markMasked(tx, id, at);
}

/** By these somebody is found again, and no person reads them. */
const KEPT = /(?:^|\/)(?:userId|reporterUserId|chatId|url|platform|kind|code|lane)$/u;
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u;

/** Without the numbers in it, and without those of the company who spoke about the issue. */
function withoutContacts(written: readonly StoredEvent[]): Change {
  const spoke = written.map(({ actor }) => actor).filter(({ kind, role }) => kind !== "clock" && !isStaffs(role));
  const names = (kind: string) =>
    spoke.flatMap((one) => (one["kind"] === kind && typeof one["name"] === "string" ? one["name"] : []));
  const people = new Set(names("person").filter((name) => [...name].length > 1 && name !== FORGOTTEN));
  // A guest calls himself what he likes: an ordinary word would be gone from every text.
  const all = new Set([...people, ...names("guest")]);
  // By the form somebody is known by his number.
  const byForm = new Set(spoke.flatMap(({ platform, userId }) => (platform === "form" ? [userId] : [])));
  return (text, path) => {
    if (byForm.has(text)) return FORGOTTEN;
    if (KEPT.test(path) || MOMENT.test(text)) return text;
    if (all.has(text)) return FORGOTTEN;
    return maskPhones([...people].reduce((rest, name) => rest.replaceAll(name, FORGOTTEN), text));
  };
}

function isStaffs(role: unknown): boolean {
  return typeof role === "string" && isStaff({ role: role as Parameters<typeof isStaff>[0]["role"] });
}
