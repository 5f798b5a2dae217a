import { isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { asSecret } from "./confidence.ts";
import { asDeed } from "./make.ts";
import type { Doing, Step } from "./outcome.ts";
import { issueIn, numbersNamed } from "./sight.ts";
import type { Situation } from "./situation.ts";
import * as said from "./zh-cn-answers.ts";
import { anotherMatterSaid, DENIES_THE_ISSUE, IS_ANOTHER_MATTER, RAISES_IT } from "./zh-cn-continues.ts";
import { besideDenial } from "./zh-cn-denied-deed.ts";
import { REFUSES } from "./zh-cn-put-right.ts";
import { IS_NOT_THE_SAME } from "./zh-cn-ways.ts";

/** 作为答复发出去: what was shown as a note is shown as an answer; 新诉求, 单独报: what was shown as an addition is raised by itself. */
export function asAnother(doing: Doing, text: string, situation: Situation): Step | null {
  const { commands, who } = situation;
  const refused = refusedMore(doing, text);
  if (refused !== null) return refused;
  if (isRaised(doing, plainOf(text))) {
    const kinds = anotherMatterSaid(plainOf(text)) ?? [];
    const matter = [doing.matter ?? doing.rest, ...kinds].join("\n");
    return { kind: "offer", doing: asRaised(doing, matter, situation) };
  }
  const meant = meantInstead(doing, text, situation);
  if (meant !== null) return meant;
  // 都报, where 催办 was shown: what is to be raised is asked for.
  if (doing.command === "urge" && !isStaff(who) && RAISES_IT.test(plainOf(text)))
    return { kind: "need", doing: { ...asDeed(doing, "submit", situation), number: null }, what: "text" };
  const word = said.AS_ANOTHER.exec(plainOf(text))?.[1];
  const command = word === undefined ? undefined : commands.find(({ words }) => words.includes(word));
  if (command === undefined || word === undefined || doing.rest === "" || doing.number === null) return null;
  // 就这样答复, of an answer: a yes.
  if (command.name === doing.command) return { kind: "do", doing };
  const { soon: _soon, ...same } = doing;
  return { kind: "offer", doing: { ...same, command: command.name, word } };
}

/** 不对，我说的是被偷，不是停电那件: what was said is raised by itself, with what is said of it now. */
function meantInstead(doing: Doing, text: string, situation: Situation): Step | null {
  const { command, rest, soon } = doing;
  const mayBeAnother = soon === true || (COMPANYS_TEXT.has(command) && !isStaff(situation.who));
  if (!mayBeAnother || rest === "" || [...text].length > LONGEST_DENIAL) return null;
  if (!DENIES_THE_ISSUE.test(plainOf(text)) || numbersNamed(plainOf(text), situation).length > 0) return null;
  const matter = [rest, ...besideDenial(text).filter((one) => !rest.includes(one))].join("\n");
  return { kind: "offer", doing: asRaised(doing, matter, situation) };
}

function asRaised(doing: Doing, rest: string, situation: Situation): Doing {
  const { number, soon: _soon, matter: _matter, ...raised } = asDeed(doing, "submit", situation);
  const anew = { ...raised, rest, number: null };
  // What goes on about a confidential matter is raised as one.
  const isSecret = number !== null && issueIn(situation, number)?.confidential === true;
  return isSecret ? asSecret(anew) : anew;
}

const LONGEST_DENIAL = 40;

function isRaised({ command, soon, rest, matter = rest }: Doing, plain: string): boolean {
  if (matter === "" || (soon !== true && matter === rest && !COMPANYS_TEXT.has(command))) return false;
  if (IS_ANOTHER_MATTER.test(plain) || anotherMatterSaid(plain) !== null || IS_NOT_THE_SAME.test(plain)) return true;
  return command !== "unsolved" && RAISES_IT.test(plain);
}

/** What was shown with a text that a company may have meant otherwise. */
const COMPANYS_TEXT: ReadonlySet<string> = new Set(["supplement", "unsolved", "reopen"]);

/** 不同意，让他们年底前兑现, where it is shown that something is refused: so it is, and no no; what follows is why. */
function refusedMore(doing: Doing, text: string): Step | null {
  const no = doing.command === "refuse" ? REFUSES.exec(plainOf(text)) : null;
  if (no === null) return null;
  const rest = text
    .slice(no[0].length)
    .replace(/^\P{L}+/u, "")
    .trim();
  return { kind: "offer", doing: { ...doing, rest: rest === "" ? doing.rest : rest } };
}
