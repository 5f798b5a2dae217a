import { isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { doing, named, question, steps } from "./make.ts";
import type { Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import {
  AROUND_A_GIVEN_NAME,
  ASKS_WHO_IS_ON_DUTY,
  COMPANY_IS_AWAY,
  IS_AWAY,
  IS_BACK,
  onDuty,
  SAYS_I,
} from "./zh-cn-absence.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { leaveSpan, leaveText } from "./zh-cn-leave.ts";
import { leaveSaid } from "./zh-cn-phrases.ts";
import { standsIn } from "./zh-cn-pieces.ts";

/** Who is on duty, away, or back. */
export function absence(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  if (isStaff(situation.who) && ASKS_WHO_IS_ON_DUTY.test(plain) && named(reading).length === 0)
    return steps("who-is-on-duty", question("duty", reading, null));
  const person = onDuty(plain);
  if (person !== null) return steps("duty", question("duty", reading, null, person));
  const isOwn = isOfficial(situation.who) || (isStaff(situation.who) && SAYS_I.test(plain));
  if (asksSomething(plain) || !isOwn) return null;
  const isOfIssue = named(reading).length > 0;
  if (IS_BACK.test(plain) && !isOfIssue) return steps("back", { kind: "offer", doing: doing("back", reading, null) });
  return IS_AWAY.test(plain) && !COMPANY_IS_AWAY.test(plain) ? away(reading, isOfIssue) : null;
}

/** From when until when, and who stands in: what of it is missing is asked for. */
function away(reading: Reading, isOfIssue: boolean): Understood | null {
  const { text, situation } = reading;
  const span = leaveSpan(text, situation.now, situation.park.calendar);
  const substitute = standIn(reading);
  // 8号的事让汤永红代一下: beside an issue nothing less than a whole leave is one.
  if (isOfIssue && (span === null || substitute === null || reading.referred.length === 0)) return null;
  const leave = (rest: string) => doing("leave", reading, null, rest);
  if (substitute === null) return steps("leave", { kind: "need", doing: leave(text.trim()), what: "person" });
  if (span === null)
    return steps("leave", { kind: "need", doing: leave(standsIn("", substitute).trim()), what: "date" });
  const long = leaveText(span, text.slice(span.until.start, span.until.end));
  return steps("leave", { kind: "offer", doing: leave(standsIn(long, substitute)) });
}

/** Who is named to stand in: the one of the org file that is named beside the speaker, or who is said to. */
function standIn(reading: Reading): string | null {
  const { plain, text } = reading;
  const { park, who } = reading.situation;
  const said = leaveSaid(text)?.substitute ?? null;
  const others = park.org.people.filter(({ name }) => name !== who.name && plain.includes(plainOf(name)));
  const [only, ...more] = others;
  const byWord = others.find(({ name }) => said?.includes(name));
  const named = byWord ?? (more.length === 0 ? only : undefined);
  return named === undefined ? (calledSo(said, reading) ?? said) : named.name;
}

/** 小红, 红姐: the one colleague whose given name ends so; null: none, or several. */
function calledSo(said: string | null, { situation: { park, who } }: Reading): string | null {
  const given = said === null ? "" : plainOf(said).replace(AROUND_A_GIVEN_NAME, "");
  if (given === "") return null;
  const [only, ...more] = park.org.people.filter(
    ({ name, department }) =>
      name !== who.name && department !== undefined && department === who.department && plainOf(name).endsWith(given),
  );
  return only === undefined || more.length > 0 ? null : only.name;
}
