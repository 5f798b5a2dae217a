import { type Routing, route } from "../../domain/issue/routing.ts";
import { plainOf } from "../../domain/plain.ts";
import { ALIKE, Likeness, textOf } from "../../domain/routing/similar.ts";
import type { Understood } from "./outcome.ts";
import type { InSight, Situation } from "./situation.ts";
import { wishedAnew } from "./zh-cn-answer-denied.ts";
import { isAmongPeople, isToAll, isToOthers } from "./zh-cn-aside.ts";
import { asksSomething } from "./zh-cn-asks.ts";
import { asksForConfidence } from "./zh-cn-confidence.ts";
import {
  BEGINS_ANOTHER,
  GOES_ON_SAYING,
  GREETS,
  OF_WHO_WAS_TOLD,
  SAYS_IT_GOES_ON,
  TELLS_A_NUMBER,
  TELLS_HOW_IT_GOES_ON,
  TELLS_OF_ANOTHER,
  TELLS_WHAT_WAS_FOUND,
  TELLS_WHAT_WAS_SAID,
  TURN,
  tellsANumber,
} from "./zh-cn-continues.ts";
import { isDanger, tellsItIsOver } from "./zh-cn-danger.ts";
import { failsBeside, isOfAnotherKind } from "./zh-cn-kinds.ts";
import { hasMatterOfItsOwn, sharesMatter } from "./zh-cn-own-matter.ts";
import { GOES_ON, isWished, SCOLDS, soundsLikeIssue, TELLS_A_DETAIL } from "./zh-cn-talk.ts";
import { withoutPlaces } from "./zh-cn-titles.ts";
import { LIKE_THEIRS } from "./zh-cn-whose.ts";

/** What is said soon after an own issue, without a word that it belongs to it. Pure. */

/** Whether it may go on about something: it would become one new issue by a yes, may belong to one of several, or nothing was made of it. */
export function mayGoOn({ steps, why }: Understood, text: string): boolean {
  const [step, ...more] = steps.filter((one) => one.kind !== "danger");
  if (step === undefined || more.length > 0 || why.includes("not-the-same")) return false;
  // 电话13812345678，找老何: of whichever issue.
  if ("doing" in step && step.doing.command === "supplement" && step.kind !== "do") return tellsANumber(plainOf(text));
  if (step.kind === "offer") return step.doing.command === "submit" && (why[0] === "new" || why[0] === "danger");
  return step.kind === "unknown" && why[0] === "unknown";
}

/** Said by itself it tells nothing. */
const SHORTEST = 3;

/** The own issue before it, as it was written, and whether pictures that may belong to it came in between. */
export interface Before {
  readonly issue: InSight;
  readonly text: string;
  readonly pictured: boolean;
}

/** Whether it goes on about this issue: its words, or how it begins; or a detail that is no matter of its own. */
export function goesOnAbout(text: string, { issue, text: written, pictured }: Before, situation: Situation): boolean {
  const plain = plainOf(text).replace(GREETS, "");
  if (plain.replace(/[^\p{L}\p{N}]/gu, "").length < SHORTEST) return false;
  if (asksForConfidence(text) || BEGINS_ANOTHER.test(plain)) return false;
  if (isToOthers(plain) || isToAll(plain) || SCOLDS.test(plain)) return false;
  if (tellsItIsOver(text) && isDanger(written)) return true;
  if (TELLS_HOW_IT_GOES_ON.test(plain) || SAYS_IT_GOES_ON.test(plain)) return true;
  const wished = wishedAnew(plain);
  if (wished !== null && !sharesMatter(wished, plainOf(written))) return false;
  const routing = route(text, situation.park.directory);
  const sharesWords = sharesMatter(plain, plainOf(written));
  const isAlike = areAlike(text, written);
  if (failsBeside(plain, plainOf(written))) return false;
  // 烟越来越大了; but new danger is a matter of its own, also in the same place.
  const placeless = withoutPlaces(plain);
  if (isDanger(text) && !areAlike(placeless, written) && !sharesMatter(placeless, plainOf(written)))
    return isDanger(written) && (GOES_ON.test(plain) || OF_WHO_WAS_TOLD.test(plain));
  // 另外食堂的菜也太贵: another unit's. 项目是二期厂房 only names what is.
  const isMatter = isWished(plain) || hasMatterOfItsOwn(plain);
  if (routing.kind === "sure" && routing.department.code !== issue.department && isMatter) return false;
  if (!sharesWords && !isAlike && turnsAway(plain)) return false;
  if (GOES_ON_SAYING.test(plain) || TELLS_A_NUMBER.test(plain)) return true;
  // 有个女工闹着要加班费, behind a bus: another matter, whatever characters it shares.
  if (isOfAnotherKind(plain, plainOf(written))) return false;
  if (asksSomething(plain) || isAmongPeople(plain)) return false;
  const isOfItsMatter = routing.kind === "sure" && plainOf(written).includes(plainOf(routing.reason.word));
  // 围墙边积水也很深: the same in another place may be a matter of its own.
  if (isAlike || ((isOfItsMatter || sharesWords) && !TELLS_OF_ANOTHER.test(plain))) return true;
  if (hasMatterOfItsOwn(plain)) return false;
  // 这是配电房的: what the pictures show.
  return pictured || (!(isMatter && isRouted(routing)) && tellsADetail(plain));
}

/** 烧轮胎我们也呛, as others have told; 另外问下，食堂的健康证去哪办. Of what has nothing in common with what was written. */
function turnsAway(plain: string): boolean {
  const turned = plain.replace(TURN, "");
  return LIKE_THEIRS.test(plain) || (turned !== plain && (asksSomething(turned) || hasMatterOfItsOwn(turned)));
}

function isRouted(routing: Routing): boolean {
  return routing.kind === "sure" || routing.suggestions.length > 0;
}

function tellsADetail(plain: string): boolean {
  const isTold = [TELLS_A_DETAIL, TELLS_WHAT_WAS_SAID, TELLS_WHAT_WAS_FOUND].some((words) => words.test(plain));
  return isTold || soundsLikeIssue(plain) > 0;
}

function areAlike(text: string, written: string): boolean {
  const [one, other] = [textOf(text), textOf(written)];
  return new Likeness([one, other]).between(one, other) >= ALIKE;
}
