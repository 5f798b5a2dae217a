import { isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { absence } from "./absence.ts";
import { inConfidence } from "./confidence.ts";
import { unitUnknown } from "./declined.ts";
import { deskAsked } from "./desk.ts";
import { suggestionTaken } from "./handing-said.ts";
import { doing, named, question, steps } from "./make.ts";
import { company, SHORT_QUESTION, unknownNumber } from "./of-company.ts";
import { agreedTo } from "./of-open.ts";
import { companyAsked, office, official } from "./of-staff.ts";
import { asked } from "./of-staff-questions.ts";
import { wasWrong } from "./of-staff-wishes.ts";
import type { Step, Understood } from "./outcome.ts";
import { refusedOutright } from "./outright.ts";
import { raised } from "./raised.ts";
import type { Reading } from "./reading.ts";
import { candidatesFor, describedIn, isOwn } from "./sight.ts";
import { withoutUnits } from "./units.ts";
import { isNotForTheBot, isToOthers } from "./zh-cn-aside.ts";
import { ASKS_HOW_IT_STANDS, ASKS_STANDING, asksSomething } from "./zh-cn-asks.ts";
import { companyAsksOfCommons } from "./zh-cn-common.ts";
import { OF_OLD } from "./zh-cn-company.ts";
import { BEGINS_ANOTHER, IS_ANOTHER_MATTER, tellsANumber } from "./zh-cn-continues.ts";
import {
  confirmed,
  DECIDES_SOMETHING,
  isCourtesy,
  isGreeting,
  LEAVES_IT_SO,
  SAYS_IT_IS_WELL,
} from "./zh-cn-courtesy.ts";
import { isDanger } from "./zh-cn-danger.ts";
import { RAISES_ANEW } from "./zh-cn-of-open.ts";
import { TAKES_BACK_AN_ORDER } from "./zh-cn-orders.ts";
import { hasMatterOfItsOwn, namesAMatter } from "./zh-cn-own-matter.ts";
import { isThanks } from "./zh-cn-parse.ts";
import * as pieces from "./zh-cn-pieces.ts";
import { OFFICE_QUESTIONS, OFFICIAL_QUESTIONS } from "./zh-cn-questions.ts";
import { KEEPS_IT_AFTER_ALL, requestCancelled, requestGivenUp } from "./zh-cn-requests.ts";
import { NOT_TO_FILE } from "./zh-cn-results.ts";
import { askedOfOthers, searchedFor } from "./zh-cn-searches.ts";
import { DELETES_WHAT_IS_NOTED, otherNumberMeant } from "./zh-cn-sent-wrong.ts";
import { opensOnly, RAISES } from "./zh-cn-strict.ts";
import * as talk from "./zh-cn-talk.ts";
import { holdsThemeDay, planSaid, SIGN_UP, signsUp } from "./zh-cn-theme-day.ts";
import { RAISES_ALONE, TAKES_BACK_A_JOIN } from "./zh-cn-together.ts";
import * as wants from "./zh-cn-wants.ts";
import { FINISHED } from "./zh-cn-work.ts";

/** Free words that are about no issue that is there: questions, courtesy, talk among people, and what may become an issue. */

/** What is looked at before any issue: courtesy, how it is used, whom to call, danger, numbers alone. */
export function wishedFor(reading: Reading): Understood | null {
  const { plain, situation, referred } = reading;
  const isQuoting = situation.quote?.by === "bot" && situation.quote.numbers.length > 0;
  if (isGreeting(plain) && referred.length === 0) return steps("greeting", { kind: "greet" });
  const agreed = agreedTo(reading);
  if (agreed !== null) return agreed;
  if (!isQuoting && !mayAnswer(reading) && isThankedFor(reading)) return steps("courtesy", { kind: "silence" });
  if (wants.IS_TEST.test(plain)) return steps("test", { kind: "unknown" });
  const desk = deskAsked(reading);
  if (desk !== null) return desk;
  if (referred.length === 0 && wants.asksForHelp(plain)) return steps("help", question("help", reading, null));
  const words = isQuoting || referred.length > 0 ? null : searchedFor(plain);
  if (words !== null) return steps("searches", question("search", reading, null, words));
  const role = byRole(reading, isQuoting);
  if (role !== null) return role;
  const suggestion = suggestionTaken(reading);
  if (suggestion !== null) return suggestion;
  if (isNumberAlone(reading))
    return { steps: referred.map(({ number }) => question("status", reading, number)), why: ["number"] };
  if (wants.WANTS_A_PERSON.test(plain) && !tellsANumber(plain) && !asksWhoHandles(reading))
    return steps("person", question("human", reading, null));
  if (isDangerSaid(reading)) return { steps: [{ kind: "danger" }, ...raised(reading)], why: ["danger"] };
  const secret = inConfidence(reading);
  if (secret !== null) return secret;
  if (!isStaff(situation.who) && referred.length === 0 && !isQuoting) {
    if (NOT_TO_FILE.test(plain)) return steps("not-to-file", { kind: "tell", told: "nothing-to-file" });
    if (RAISES.test(plain)) return raising(reading);
    if (
      IS_ANOTHER_MATTER.test(plain) ||
      BEGINS_ANOTHER.exec(plain)?.[0] === plain ||
      opensOnly(plain) ||
      RAISES_ANEW.test(plain)
    )
      return steps("raises", { kind: "need", doing: doing("submit", reading, null), what: "text" });
    const isOfOwn = wants.ASKS_FOR_OWN.test(plain) && !namesAMatter(plain);
    if (isOfOwn && describedIn(plain, situation.issues).length === 0)
      return steps("own", question("mine", reading, null));
    if (wants.ASKS_FOR_THEME_DAY.test(plain))
      return steps("theme-day", question("theme", reading, null, signsUp(plain) ? SIGN_UP : ""));
    const others = askedOfOthers(reading.text, plain);
    if (others === "") return steps("others", { kind: "need", doing: doing("search", reading, null), what: "text" });
    if (others !== null) return steps("others", question("search", reading, null, others));
  }
  return null;
}

/** What thanks at other times: 好了, where an answer waits to be confirmed; 就这样, said by who decides, in a direct chat. */
function mayAnswer({ plain, situation }: Reading): boolean {
  const { who, place, issues } = situation;
  if (!isStaff(who)) return SAYS_IT_IS_WELL.test(plain) && candidatesFor("solved", issues).length > 0;
  return !isOfficial(who) && place === "direct" && LEAVES_IT_SO.test(plain);
}

/** 谢谢供电公司: to a unit by its name, too. */
function isThankedFor({ plain, situation: { park } }: Reading): boolean {
  if (isThanks(plain) || isCourtesy(plain)) return true;
  const without = withoutUnits(plain, park).replace(/ {2,}/gu, "");
  return without !== plain && (isThanks(without) || isCourtesy(without));
}

/** What is said of no single issue, or of what cannot be done any more. */
function byRole(reading: Reading, isQuoting: boolean): Understood | null {
  const { plain, situation } = reading;
  const { who, issues } = situation;
  if (!isStaff(who)) {
    if (companyAsksOfCommons(plain) && named(reading).length === 0)
      return steps("common-problems", { kind: "tell", told: "what-a-common-problem-is" });
    if (TAKES_BACK_A_JOIN.test(plain)) return joinStands(reading);
    if (!talk.MARK_WAS_WRONG.test(plain)) return null;
    const rated = issues.find((one) => one.state === "closed" && isOwn(one));
    return steps("rated", { kind: "decline", doing: doing("rate", reading, rated?.number ?? null) });
  }
  if (!isOfficial(who) && TAKES_BACK_AN_ORDER.test(plain))
    return steps("order-stands", { kind: "tell", told: "order-stands" });
  const mended = isOfficial(who) ? (ownRequest(reading) ?? mendedByOfficial(reading)) : null;
  if (mended !== null) return mended;
  const planned = planning(reading);
  if (planned !== null) return planned;
  const away = absence(reading);
  if (away !== null) return away;
  if (isOfficial(who) && talk.ANSWER_WAS_WRONG.test(plain) && reading.date === null) return wasWrong(reading);
  if (isQuoting || named(reading).length > 0) return null;
  if (wants.ASKS_FOR_THEME_DAY.test(plain) && !wants.WANTS_A_PAPER.test(plain) && [...plain].length <= SHORT_QUESTION)
    return steps("theme-day", question("theme", reading, null));
  if (wants.ASKS_FOR_COMMON_PROBLEMS.test(plain) && [...plain].length <= SHORT_QUESTION)
    return steps("common-problems", question("common", reading, null));
  // 77号现在什么情况: before it is taken for a question about all of them.
  const unknown = unknownNumber(reading);
  if (unknown !== null) return unknown;
  const found = ASKS_HOW_IT_STANDS.test(plain) && OF_OLD.test(plain) ? describedIn(reading.matter, issues) : [];
  if (found.length > 0 || situation.quote?.by === "person" || isToOthers(plain)) return null;
  const isPart = isOfficial(who) && !pieces.asksForFigures(plain);
  if (isPart) return null;
  return companyAsked(reading) ?? asked(isOfficial(who) ? OFFICIAL_QUESTIONS : OFFICE_QUESTIONS, reading);
}

/** 别同感了，我们想单独提: that it stands, and what is to be raised is asked for. */
function joinStands(reading: Reading): Understood {
  const stands: Step = { kind: "tell", told: "join-stands" };
  if (!RAISES_ALONE.test(reading.plain)) return steps("join-stands", stands);
  return steps("join-stands", stands, { kind: "need", doing: doing("submit", reading, null), what: "text" });
}

/** 不对，是17号: what was sent last belongs to another issue, as src/chat/own-last.ts finds; 措施删掉: it stays. */
function mendedByOfficial(reading: Reading): Understood | null {
  const { plain } = reading;
  if (DELETES_WHAT_IS_NOTED.test(plain)) return steps("record-stands", { kind: "tell", told: "record-stands" });
  const number = otherNumberMeant(plain);
  if (number === null) return null;
  return steps("other-number", question("status", reading, number));
}

/** 刚才那个退单撤了吧，还是我们办: an official's own request that waits for its answer. The table knows no move for it. */
function ownRequest(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  const all = named(reading);
  const own = (all.length > 0 ? all : situation.issues).filter(({ parties }) => parties.includes("lead"));
  const kind = FINISHED.test(plain) ? null : requestGivenUp(plain);
  const keepsIt = KEEPS_IT_AFTER_ALL.test(plain);
  if (own.some(({ request }) => request !== null && (request === kind || (keepsIt && request === "return"))))
    return steps("request-stands", { kind: "tell", told: "request-stands" });
  const unknown = unitUnknown(reading.text, situation);
  if (unknown !== null) return unknown;
  return requestCancelled(plain) === null ? null : steps("no-request", { kind: "tell", told: "no-request" });
}

/** 这周五下午三点搞一期主题日: shown before it is planned; what is missing says whoever plans it. */
function planning(reading: Reading): Understood | null {
  const { plain, text, situation } = reading;
  if (isOfficial(situation.who) || situation.quote !== null || !holdsThemeDay(plain)) return null;
  const { words, isWhole } = planSaid(text, situation.now, situation.park.calendar);
  const what = doing("theme", reading, null, words);
  const kind = isWhole && situation.who.role !== "leader" ? "offer" : "do";
  return steps("plans-theme-day", { kind, doing: what });
}

/** 10, #10, 2和7: nothing but numbers, which asks how they stand. */
function isNumberAlone({ plain, referred }: Reading): boolean {
  return referred.length > 0 && pieces.isNumbersOnly(plain);
}

function isDangerSaid({ plain, text, situation, quoted }: Reading): boolean {
  const mayRaise = !isStaff(situation.who) || (!isOfficial(situation.who) && situation.who.role !== "leader");
  if (!mayRaise || quoted.length > 0 || !isDanger(text)) return false;
  // 车间着火了，有人来吗: how it stands is asked of what is told in the same breath.
  const told = pieces.clausesOf(plain).filter((one) => !ASKS_STANDING.test(one));
  if (ASKS_STANDING.test(plain) && !isDanger(told.join("，"))) return false;
  // 刚才仓库炸了 tells of no old matter, unless an issue of these words is there.
  return !OF_OLD.test(plain) || describedIn(plain, situation.issues).length === 0;
}

/** 我要反映一个问题，…: what follows is filed; alone it asks for the text. */
function raising(reading: Reading): Understood {
  const { text, plain } = reading;
  const behind = text.slice(RAISES.exec(plain)?.[0].length ?? 0).trim();
  const what = doing("submit", reading, null, behind);
  if (behind === "") return steps("raises", { kind: "need", doing: what, what: "text" });
  return steps("raises", { kind: "do", doing: what });
}

/** 没问题，算我一个: a few words to what another person wrote. */
function isSmallTalk({ plain, situation }: Reading): boolean {
  return situation.quote?.by === "person" && [...plain].length <= SHORT_QUESTION && !asksSomething(plain);
}

/** 同意吧, 认可吧, where nothing waits for it; to 就这样 in a direct chat it is said that nothing is asked. */
function nothingToDecide(reading: Reading): Understood | null {
  const { plain, situation } = reading;
  if (situation.quote !== null || isOfficial(situation.who)) return null;
  if (mayAnswer(reading)) return steps("nothing-asked", { kind: "unknown" });
  const command = !isStaff(situation.who) ? confirmed(plain) : DECIDES_SOMETHING.test(plain) ? "approve" : null;
  return command === null ? null : steps("nothing-asked", { kind: "decline", doing: doing(command, reading, null) });
}

/** What is left when no issue was spoken of. */
export function otherwise(reading: Reading): Understood {
  const { situation, plain } = reading;
  const role = situation.who;
  const refused = refusedOutright(reading);
  if (refused !== null) return refused;
  const byRole = isOfficial(role) ? official(reading) : isStaff(role) ? office(reading) : company(reading);
  if (byRole !== null) return byRole;
  const decided = nothingToDecide(reading);
  if (decided !== null) return decided;
  if (isThanks(plain) || isCourtesy(plain) || isSmallTalk(reading)) return steps("courtesy", { kind: "silence" });
  // Whoever names the bot in a group is answered, unless it is others that he speaks to; in a direct chat nobody else is there.
  const isAside = situation.place !== "direct" && isNotForTheBot(plain);
  return isAside ? steps("aside", { kind: "silence" }) : steps("unknown", { kind: "unknown" });
}

/** 员工想落户，孩子要转学，找谁: a company tells a matter, and asks whose it is. */
function asksWhoHandles({ plain, hasMatter, situation }: Reading): boolean {
  const told = plain.replace(wants.WHOSE_IT_IS, "");
  return !isStaff(situation.who) && told !== plain && (hasMatter || hasMatterOfItsOwn(told));
}
