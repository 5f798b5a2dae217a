import { IANAZone } from "luxon";

/** Offsets change at full quarters of an hour, in every zone since 1972. */
const QUARTER_MS = 900_000;
/** Some months of looks at single moments; then it begins anew. */
const MOST_KEPT = 10_000;

/** A time zone that asks the system for its offset once for each quarter of an hour: each question formats a whole date. */
class RememberingZone extends IANAZone {
  readonly #offsets = new Map<number, number>();

  override offset(ts: number): number {
    const quarter = Math.floor(ts / QUARTER_MS);
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const offset = super.offset(ts);
    if (this.#offsets.size >= MOST_KEPT) this.#offsets.clear();
    this.#offsets.set(quarter, offset);
    return offset;
  }
}

const zones = new Map<string, IANAZone>();

/** The zone of this name, for luxon. */
export function zoneOf(timeZone: string): IANAZone {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const zone = new RememberingZone(timeZone);
  zones.set(timeZone, zone);
  return zone;
}
