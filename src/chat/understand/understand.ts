import { isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { cleanText } from "../../messages/escape.ts";
import { aboutTheIssue } from "./about-unsolved.ts";
import { agreedEach } from "./agreed.ts";
import { allMeant, unsignedUrged } from "./all.ts";
import { alsoOf } from "./also-of.ts";
import { answerTo } from "./answers.ts";
import { asMeant } from "./as-meant.ts";
import { askedOfCompany } from "./asking-company.ts";
import { believedTheirs, LONGEST_REASON, saysMore } from "./behind-no.ts";
import { withBesides } from "./besides.ts";
import { byItsWord, isInstead, numbered } from "./by-its-word.ts";
import { apart, commanded } from "./commanded.ts";
import { type Command, commandsMeant } from "./commands-meant.ts";
import * as commons from "./common-meant.ts";
import { severalNamed } from "./common-several.ts";
import { keptInConfidence, raisedInConfidence, wishedOfShown } from "./confidence.ts";
import { corrected, givenInstead, unitInstead } from "./corrected.ts";
import { endOfShown, warnedOf } from "./danger-told.ts";
import { decidedAlready } from "./decided.ts";
import { unitDeclined } from "./declined.ts";
import { divided } from "./divided.ts";
import { eachClause } from "./each-clause.ts";
import { shownEdited } from "./edits.ts";
import { feedbackSaid } from "./feedback.ts";
import { aboutIssues } from "./free.ts";
import { orderBehindQuestion } from "./handing-said.ts";
import { withKeptOut } from "./kept-by-office.ts";
import { keptFrom } from "./kept-from.ts";
import { withHelpersOf } from "./lead.ts";
import { listSaid } from "./listed.ts";
import { shownFirst } from "./make.ts";
import { mattersTogether } from "./matters-together.ts";
import { saidOfNewer } from "./newer.ts";
import { notNow } from "./not-now.ts";
import { notPressed, notPressedNow } from "./not-pressed.ts";
import { numberOfShown } from "./number-of-shown.ts";
import { surelyOf } from "./number-said.ts";
import { filedFor, ratherCalledIn } from "./of-staff.ts";
import { countedOrLookedAt } from "./of-staff-questions.ts";
import { ofOtherCompany, sentWrong } from "./of-staff-wishes.ts";
import { givenInConfidence, lookedAt } from "./office-looks.ts";
import { otherNumber, otherOrder } from "./other-order.ts";
import { othersSigned } from "./others-signed.ts";
import { otherwise, wishedFor } from "./otherwise.ts";
import type { Answer, Firm, Question, Step, Understood } from "./outcome.ts";
import { pairMeant } from "./pair.ts";
import { behind, prefaceOf } from "./preface.ts";
import { withMarks } from "./rated.ts";
import { read } from "./reading.ts";
import { repliedFor } from "./replied-for.ts";
import { requestsTogether } from "./requests-together.ts";
import { saidOfList } from "./shown-list.ts";
import { numbersNamed } from "./sight.ts";
import type { Situation } from "./situation.ts";
import { suggestionSaid } from "./suggested.ts";
import { givenTersely } from "./tersely.ts";
import { ratherTold, toldThem, withoutProtests } from "./told-them.ts";
import { unitNamed } from "./unit-named.ts";
import { besideText, INQUIRIES } from "./waiting.ts";
import { answerAnew, canBeWrittenAnew, isLeft, wayTaken, writtenAnew } from "./ways.ts";
import { whileOpen } from "./while-open.ts";
import { whyAsked } from "./why.ts";
import { givenInWords } from "./words-beside.ts";
import { DROPS_IT, isMereNo } from "./zh-cn-answers.ts";
import { saysItIsWrong } from "./zh-cn-corrections.ts";
import { isDanger } from "./zh-cn-danger.ts";
import { clausesOf } from "./zh-cn-pieces.ts";

/** What a message means: pure, at once, and the same for the same situation. */

export function understand(said: string, situation: Situation): Understood {
  return withKeptOut(said, situation, openly);
}

function openly(said: string, situation: Situation): Understood {
  const clean = asMeant(said, situation);
  const protest = ratherTold(clean, situation);
  if (protest !== null) return protest;
  const ofShown =
    shownEdited(cleanText(said).trim(), situation) ??
    writtenAnew(clean, situation) ??
    pairMeant(clean, situation) ??
    divided(clean, situation) ??
    agreedEach(clean, situation, meant) ??
    requestsTogether(clean, situation) ??
    givenInConfidence(clean, situation, meant);
  if (ofShown !== null) return ofShown;
  const each = severalNamed(clean, situation) ?? commons.commonsMeant(clean, situation);
  if (each !== null) return ofCommon(each, situation);
  const text = withHelpersOf(clean, commons.commonMeant(clean, situation), situation) ?? clean;
  const preface = prefaceOf(text, situation);
  const understood = preface === null ? meant(text, situation) : meant(preface.rest, behind(preface, situation));
  const why = preface === null ? understood.why : [...understood.why, preface.why];
  // 改成：…, and nothing of it is shown: of which text it is meant is a guess.
  const isGuess = preface?.why === "in-place" && mayBeSent(preface.rest, situation);
  const isUnknown = understood.steps.every(({ kind }) => kind === "unknown");
  const called = isUnknown ? commons.unknownCalled(clean, situation) : null;
  if (called !== null) return ofCommon([called], situation);
  const steps = isGuess ? understood.steps.map(shownFirst) : understood.steps;
  const whole = { ...understood, steps, why, ...(preface?.answers === true && { answers: true }) };
  const sure = withoutProtests(surelyOf(whole, text, situation), situation);
  return keptInConfidence(warnedOf(sure, text, situation), text, situation);
}

/** Whether there is an answer of his that may be meant to be put right. */
function mayBeSent(text: string, situation: Situation): boolean {
  const { who, issues } = situation;
  const isSent = issues.some(({ state, parties }) => state === "answered" && parties.includes("lead"));
  return isOfficial(who) && isSent && numbersNamed(plainOf(text), situation).length === 0;
}

/** Each step of a common problem, as its command says it. */
function ofCommon(said: readonly string[] | "unsure", situation: Situation): Understood {
  if (said === "unsure") return { steps: [{ kind: "tell", told: "which-common" }], why: ["of-common"] };
  const steps = said.flatMap((one) => meant(one, { ...situation, question: null }).steps);
  return { steps, why: ["command", "of-common"] };
}

function meant(text: string, situation: Situation): Understood {
  const { question } = situation;
  const commands = commandsMeant(text, situation);
  const own = byItsWord(question, commands);
  if (own !== null) return own;
  const strict = numbered(commands, situation);
  // 20的批示：已到现场, said by whoever owes the answer: it gives no order, as 督办 20 would.
  const isOfOne = strict.some(({ spec, word }) => spec.name === "supervise" && !text.trim().startsWith(word));
  const fed = isOfOne ? feedbackSaid(text, situation) : null;
  if (fed !== null) return fed;
  const way = question === null ? null : wayTaken(question, text, strict);
  if (way !== null) return { steps: way.map((doing) => ({ kind: "do", doing })), why: ["way"], answers: true };
  if (question?.ask === "ways") return besideWays(question, text, situation);
  if (question !== null) {
    const before = whileAsked(question, text, situation, strict);
    if (before !== null) return before;
  }
  if (strict.length === 0) return freely(text, situation);
  const understood = apart(text, strict, situation, freely) ?? commanded(strict, situation, freely);
  return isInstead(strict, question) ? { ...understood, answers: true } : understood;
}

/** What waits for no answer changes nothing of what is said next; thanks and the like leave it open. */
function besideWays(question: Question, text: string, situation: Situation): Understood {
  const instead = commons.askedInstead(text, situation);
  if (instead !== null) return instead;
  if (isLeft(question, text))
    return {
      steps: [{ kind: "silence" }],
      why: ["way-left"],
      answers: true,
      keepsQuestion: canBeWrittenAnew(question),
    };
  const listed = saidOfList(question, text, situation, (anew) => meant(text, anew));
  if (listed !== null) return listed;
  const isOfCommon = question.ask === "ways" && commons.isOfCommons(question);
  const understood = meant(text, { ...situation, question: null });
  const secret = raisedInConfidence(question, text, understood);
  if (secret !== null) return secret;
  const anew = answerAnew(question, text, understood);
  if (anew !== null) return anew;
  const near = commons.unknownNear(text, situation, understood);
  if (near !== null) return near;
  const isSilent = understood.steps.every(({ kind }) => kind === "silence" || (kind === "unknown" && isOfCommon));
  return isSilent ? { ...understood, keepsQuestion: true } : commons.ratherAsked(understood, text, situation);
}

/** What was asked is looked at first: short words answer it, a command's own words do not. */
function whileAsked(question: Firm, text: string, situation: Situation, strict: readonly Command[]): Understood | null {
  if (strict.length > 0) return null;
  const first =
    alsoOf(question, text, situation) ??
    endOfShown(question, text) ??
    numberOfShown(question, text, situation) ??
    wishedOfShown(question, text, situation) ??
    notPressedNow(question, text, situation) ??
    saidOfNewer(question, text, situation, meant);
  if (first !== null) return first;
  const order = otherOrder(question, text, situation) ?? unitDeclined(question, text, situation);
  if (order !== null) return order;
  const mended = corrected(question, text, situation);
  if (mended !== null) return { steps: mended, why: ["corrected"], answers: true };
  const named = unitNamed(question, text, situation);
  if (named !== null) return { steps: named, why: ["unit-named"], answers: true };
  const beside = believedTheirs(question, text, situation) ?? besideText(question, text, situation, meant);
  if (beside !== null) return beside;
  const given = answerTo(question, text, situation);
  // 别管这个了，先救火: people in danger come before any answer that does nothing.
  const isDrowned = (given.kind === "refused" || given.kind === "waits") && !isStaff(situation.who) && isDanger(text);
  const answer: Answer = isDrowned ? { kind: "other" } : given;
  switch (answer.kind) {
    case "answered":
      return answeredBy(answer, question, text, situation);
    case "waits":
      return { steps: [{ kind: "silence" }], why: ["courtesy"], keepsQuestion: true };
    case "refused":
      return afterNo(question, text, answer, situation);
    case "other":
      return whileOpen(question, freely(text, { ...situation, question: null }), text, situation);
  }
}

/** 哦看错了，已经好了, asked why it is not solved: what is said of the issue itself counts before the text that was asked for. */
function answeredBy(
  { steps }: Extract<Answer, { kind: "answered" }>,
  question: Firm,
  text: string,
  situation: Situation,
): Understood {
  if (question.ask === "need" && (question.what === "reason" || question.what === "text")) {
    const other = aboutTheIssue(question, text, situation);
    if (other !== null) return { steps: other, why: ["about-the-issue"], answers: true };
  }
  return { steps: withBesides(withMarks(steps, text), situation, aboutIssues), why: ["answer"], answers: true };
}

type Refusal = Extract<Answer, { kind: "refused" }>;

/** A no alone is silence; 不是，还没好呢 says what is meant instead. */
function afterNo(question: Firm, text: string, { rest, isTold }: Refusal, situation: Situation): Understood {
  const numbers = question.ask === "offer" ? question.doings.flatMap((one) => one.number ?? []) : [];
  const quote = numbers.length === 0 ? situation.quote : { by: "bot" as const, numbers };
  const other = otherNumber(question, rest, situation);
  if (other !== null) return { steps: [other], why: ["no", "other-number"], answers: true };
  const unit = givenInstead(question, text, situation) ?? unitInstead(question, rest, situation);
  if (unit !== null) return { steps: [unit], why: ["no", "other-unit"], answers: true };
  const steps = saidInstead(question, { text, rest }, { ...situation, question: null, quote });
  if (steps !== null) return { steps, why: ["no", "but"], answers: true };
  const isMore = isTold === true || saysMore(rest) || saysItIsWrong(plainOf(text));
  return { steps: [{ kind: "silence" }], why: ["no", ...(isMore ? ["more"] : [])], answers: true };
}

/** What is said behind a no, or by words that only begin like one (停电的事…, 不锈钢管漏水), when it is something else than was asked. */
function saidInstead(
  question: Firm,
  { text, rest }: { readonly text: string; readonly rest: string },
  situation: Situation,
): readonly Step[] | null {
  if ([...rest].length < 3) return null;
  const asked = new Set(
    question.ask === "offer" ? question.doings.map((one) => one.command) : [question.doing.command],
  );
  const isOther = (steps: readonly Step[]) =>
    steps.some(
      (step) =>
        "doing" in step &&
        !asked.has(step.doing.command) &&
        step.doing.command !== "withdraw" &&
        // 看错了，放进去吧: no note.
        (step.doing.command !== "note" || [...rest].length >= LONGEST_REASON),
    );
  // 不锈钢管漏水 is no no; behind one that is, what merely sounds like an issue is why.
  const isNo = isMereNo(plainOf(clausesOf(text)[0] ?? ""));
  const free = freely(isNo ? rest : text, { ...situation, quote: null });
  if (free.steps.every((step) => "doing" in step && INQUIRIES.has(step.doing.command))) return free.steps;
  const about = aboutIssues(read(text, situation)) ?? aboutIssues(read(rest, situation));
  if (about !== null) return isOther(about) ? about : null;
  if (!isNo) return free.steps.every((step) => "doing" in step) ? free.steps : null;
  return free.why[0] !== "new" && isOther(free.steps) ? free.steps : null;
}

function freely(text: string, situation: Situation): Understood {
  const reading = read(text, situation);
  const { plain } = reading;
  if (plain === "") return { steps: [{ kind: "unknown" }], why: ["empty"] };
  if (situation.quote === null && DROPS_IT.test(plain)) return { steps: [{ kind: "unknown" }], why: ["no"] };
  const order = orderBehindQuestion(reading);
  if (order !== null) return { steps: order, why: ["order"] };
  const first =
    givenInWords(text, situation, freely) ??
    whyAsked(reading) ??
    keptFrom(reading) ??
    othersSigned(reading) ??
    decidedAlready(reading) ??
    countedOrLookedAt(reading) ??
    lookedAt(reading) ??
    filedFor(reading) ??
    repliedFor(reading) ??
    toldThem(reading) ??
    feedbackSaid(text, situation) ??
    sentWrong(reading) ??
    ofOtherCompany(reading) ??
    notPressed(text, situation, freely) ??
    askedOfCompany(reading) ??
    notNow(reading) ??
    suggestionSaid(reading) ??
    listSaid(reading) ??
    unsignedUrged(reading) ??
    mattersTogether(reading, freely) ??
    givenTersely(reading) ??
    wishedFor(reading);
  if (first !== null) return first;
  const all = allMeant(reading);
  if (all !== null) return { ...all, steps: withBesides(all.steps, situation, aboutIssues) };
  const each = eachClause(text, situation, understand);
  if (each !== null) return each;
  const steps = aboutIssues(reading);
  if (steps !== null) return ratherCalledIn(steps, reading) ?? { steps, why: ["issue"] };
  return otherwise(reading);
}
