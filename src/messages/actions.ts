import { ACTIONS, type Doable, isDoable, moveOf } from "../domain/issue/lifecycle.ts";
import { ANY_NUMBER, BLANKS, explained, LABELS, OTHER_WORDS } from "./zh-cn/actions.ts";
import { COMMAND_WORDS, type CommandName, commandOf, commandWord } from "./zh-cn/commands.ts";

/** One thing that can be done next, as data: a line of text writes it, a platform with cards draws a button, a page a form. */
export interface NextStep {
  readonly command: CommandName;
  /** Said in place of the command's taught word. */
  readonly word?: keyof typeof OTHER_WORDS;
  /** The issue (or the message) that it is about; `any`: one of those that the card names. */
  readonly id?: number | "any";
  /** What is said with it as it stands: a place among the suggestions, a mark. */
  readonly given?: string;
  /** What the person fills in. */
  readonly blank?: keyof typeof BLANKS;
  readonly label?: keyof typeof LABELS;
}

/** 看一件：进度 编号: behind a list of issues. */
export const SEE_ONE: NextStep = { command: "status", id: "any", label: "see-one" };

/** 签收 12　退单 12 原因: what can be written next, word for word. */
export function actionsText(steps: readonly NextStep[]): string {
  return steps.map(stepText).join(BETWEEN_STEPS);
}

export const BETWEEN_STEPS = "\u3000";

/** 打分：评价 12 5 */
export function stepText({ command, word, id, given, blank, label }: NextStep): string {
  const number = id === "any" ? ANY_NUMBER : id;
  const said = [
    word === undefined ? commandWord(command) : OTHER_WORDS[word],
    number,
    given,
    blank === undefined ? undefined : BLANKS[blank],
  ];
  const what = said.filter((part) => part !== undefined).join(" ");
  return label === undefined ? what : `${LABELS[label]}：${what}`;
}

/** 签收 12：签收诉求, one for each: for who does not know the words yet. */
export function explainedSteps(steps: readonly NextStep[]): readonly string[] {
  return steps.map((step) => explained(stepText(step), COMMAND_WORDS[step.command].does));
}

/** What is said with each move. */
const SAID_WITH: Readonly<Record<Doable, Pick<NextStep, "given" | "blank">>> = {
  supplement: { blank: "text" },
  dispatch: { blank: "department" },
  assist: { blank: "department" },
  reject: { blank: "reason" },
  sign: {},
  contact: { blank: "called" },
  measure: { blank: "measure-and-date" },
  progress: { blank: "text" },
  note: { blank: "text" },
  ask: { blank: "text" },
  answer: { blank: "text" },
  correct: { blank: "text" },
  solved: {},
  accept: {},
  unsolved: { blank: "reason" },
  rate: { given: "5" },
  reopen: { blank: "reason" },
  withdraw: {},
  restore: {},
  join: {},
  merge: { blank: "into" },
  void: { blank: "reason" },
  resume: {},
  return: { blank: "reason-and-unit" },
  extend: { blank: "days-and-reason" },
  hold: { blank: "days-and-reason" },
  approve: {},
  refuse: { blank: "reason" },
  urge: {},
  supervise: { blank: "text" },
  feedback: { blank: "text" },
};

const BLANK_OF: ReadonlyMap<string, string | undefined> = new Map(
  Object.entries(SAID_WITH).map(([action, { blank }]) => [action, blank]),
);

/** Whether a command is a move that says nothing without what the person fills in. */
export function needsMore(command: string): boolean {
  return BLANK_OF.get(command) !== undefined;
}

/** A move of an issue, with all that is to be said with it. */
export function stepOf(action: Doable, id: number): NextStep {
  return { command: commandOf(action), id, ...SAID_WITH[action] };
}

const MOVED_BY: ReadonlySet<string> = new Set(ACTIONS.filter(isDoable).map(commandOf));

/** Whether a command changes the issue that it names. Whatever else is said with a number only asks. */
export function movesIssue(command: string): boolean {
  return MOVED_BY.has(command);
}

/** What is asked for when these are said with nothing behind them; others mean something of their own then. */
const ASKED_FOR: ReadonlySet<string> = new Set([
  "submit",
  "for",
  "search",
  ...ACTIONS.filter((action) => isDoable(action) && moveOf(action).needs !== "nothing"),
]);

/** Whether the bot asks for what is missing, when a command is said without what the person fills in. */
export function asksForMore(command: string): boolean {
  return ASKED_FOR.has(command);
}
