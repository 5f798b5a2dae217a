/**
 * @param {Intl.DateTimeFormatOptions} options
 * @param {string} timeZone
 */
const format = (options, timeZone) => new Intl.DateTimeFormat("zh-CN", { ...options, timeZone, hourCycle: "h23" });

/**
 * The wall clock of a zone, as numbers. `weekday` is 0 on Sunday.
 *
 * @param {Date} date
 * @param {string} timeZone
 */
export function wallOf(date, timeZone) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(date);
  const of = (/** @type {string} */ type) => Number(parts.find((part) => part.type === type)?.value);
  const wall = {
    year: of("year"),
    month: of("month"),
    day: of("day"),
    hour: of("hour"),
    minute: of("minute"),
    second: of("second"),
  };
  return { ...wall, weekday: new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay() };
}

/**
 * The moment at which a zone's wall clock shows this.
 *
 * @param {number} year
 * @param {number} month 1–12
 * @param {number} day may lie outside the month
 * @param {number} hour
 * @param {number} minute
 * @param {string} timeZone
 */
export function momentOf(year, month, day, hour, minute, timeZone) {
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  let moment = wanted;
  for (let tries = 0; tries < 3; tries += 1) {
    const shown = wallOf(new Date(moment), timeZone);
    moment += wanted - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute);
  }
  return new Date(moment);
}

/**
 * The next time that it is Friday, 17:00.
 *
 * @param {Date} now
 * @param {string} timeZone
 */
export function nextFriday(now, timeZone) {
  const wall = wallOf(now, timeZone);
  const ahead = (5 - wall.weekday + 7) % 7;
  const friday = momentOf(wall.year, wall.month, wall.day + ahead, 17, 0, timeZone);
  return friday > now ? friday : momentOf(wall.year, wall.month, wall.day + ahead + 7, 17, 0, timeZone);
}

/**
 * The value of a datetime-local field.
 *
 * @param {Date} date
 * @param {string} timeZone
 */
export function fieldOf(date, timeZone) {
  const { year, month, day, hour, minute } = wallOf(date, timeZone);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** @param {Date} date @param {string} timeZone */
export const timeText = (date, timeZone) => format({ hour: "2-digit", minute: "2-digit" }, timeZone).format(date);

/** @param {Date} date @param {string} timeZone */
export const dateText = (date, timeZone) =>
  format({ year: "numeric", month: "long", day: "numeric" }, timeZone).format(date);

/** @param {Date} date @param {string} timeZone */
export const weekdayText = (date, timeZone) => format({ weekday: "long" }, timeZone).format(date);

/**
 * A day as a divider says it: 今天, 昨天, or the date and weekday.
 *
 * @param {Date} date
 * @param {Date} now
 * @param {string} timeZone
 * @param {{ today: string, yesterday: string }} names
 */
export function dayText(date, now, timeZone, names) {
  const day = (/** @type {Date} */ one) => {
    const wall = wallOf(one, timeZone);
    return Date.UTC(wall.year, wall.month - 1, wall.day) / 86_400_000;
  };
  const ago = day(now) - day(date);
  const text = format({ month: "long", day: "numeric", weekday: "short" }, timeZone).format(date);
  return ago === 0 ? `${names.today} · ${text}` : ago === 1 ? `${names.yesterday} · ${text}` : text;
}

/** @param {Date} date @param {Date} now @param {string} timeZone */
export function shortText(date, now, timeZone) {
  const a = wallOf(date, timeZone);
  const b = wallOf(now, timeZone);
  const same = a.year === b.year && a.month === b.month && a.day === b.day;
  return same ? timeText(date, timeZone) : `${a.month}/${a.day}`;
}
