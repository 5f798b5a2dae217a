import type { KeyObject } from "node:crypto";
import { monthOf, monthSpan, startOfMonth } from "../../domain/park/instants.ts";
import { keepFingerprint, readFingerprint } from "../../issues/fingerprint.ts";
import { firstIssueAt } from "../../store/month.ts";
import { type ClockWork, hourly } from "../feature.ts";

/** Makes the fingerprint of each month when it is over, once for all processes; the month report and its digest tell of it. */
export function fingerprintWork(key: KeyObject): ClockWork {
  let made = "";
  return hourly({
    name: "fingerprint",
    run: async ({ db, now, park }) => {
      const zone = park.org.park.timeZone;
      const month = monthOf(startOfMonth(now, zone, 1), zone);
      if (made === month) return;
      const end = startOfMonth(now, zone, 0);
      const first = await firstIssueAt(db);
      // Of a month in which nothing was recorded yet there is none.
      if (first === null || first >= end) return;
      const kept = (await readFingerprint(db, month)) ?? (await keepFingerprint(db, month, { now, key }));
      if (kept !== null) made = month;
    },
    next: async ({ park }, after) => {
      const zone = park.org.park.timeZone;
      return monthSpan(monthOf(after, zone), zone)?.to ?? null;
    },
  });
}
