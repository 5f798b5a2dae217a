import { plainOf } from "../../domain/plain.ts";
import type { Doing, Step } from "./outcome.ts";
import type { Situation } from "./situation.ts";
import * as said from "./zh-cn-answers.ts";
import { IS_ANOTHER_MATTER } from "./zh-cn-continues.ts";
import { REFUSES } from "./zh-cn-put-right.ts";

/** 作为答复发出去: what was shown as a note is shown as an answer; 新诉求: what was shown as an addition is raised by itself. */
export function asAnother(doing: Doing, text: string, { commands }: Situation): Step | null {
  const refused = refusedMore(doing, text);
  if (refused !== null) return refused;
  const isCompanys = doing.soon === true || COMPANYS_TEXT.has(doing.command);
  if (isCompanys && doing.rest !== "" && IS_ANOTHER_MATTER.test(plainOf(text))) {
    const { number: _number, soon: _soon, ...raised } = doing;
    const [word = "submit"] = commands.find(({ name }) => name === "submit")?.words ?? [];
    return { kind: "offer", doing: { ...raised, command: "submit", word, number: null } };
  }
  const word = said.AS_ANOTHER.exec(plainOf(text))?.[1];
  const command = word === undefined ? undefined : commands.find(({ words }) => words.includes(word));
  if (command === undefined || word === undefined || doing.rest === "" || doing.number === null) return null;
  // 就这样答复, of an answer: a yes.
  if (command.name === doing.command) return { kind: "do", doing };
  const { soon: _soon, ...same } = doing;
  return { kind: "offer", doing: { ...same, command: command.name, word } };
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
