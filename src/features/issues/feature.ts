import { command } from "../../chat/command.ts";
import type { Circle, Command } from "../../chat/conversation.ts";
import { ACTIONS, type Doable, isDoable } from "../../domain/issue/lifecycle.ts";
import type { Feature } from "../feature.ts";
import { explainDue } from "./due-date.ts";
import { showMine, showTodo } from "./lists.ts";
import { moveNotice } from "./move-notice.ts";
import { makeMove } from "./moves.ts";
import { raiseForCompany, raiseNext, raiseOwn } from "./raise.ts";
import { searchFor } from "./search.ts";
import { explainRouting, showStatus } from "./status.ts";

/** Who is taught each move. Whether it may be made is the lifecycle table's to say. */
const MOVES: Readonly<Record<Doable, readonly Circle[]>> = {
  supplement: ["company"],
  solved: ["company"],
  accept: ["company"],
  unsolved: ["company"],
  rate: ["company"],
  reopen: ["company", "coordinator"],
  withdraw: ["company"],
  urge: ["company", "coordinator"],
  sign: ["official"],
  contact: ["official"],
  measure: ["official"],
  progress: ["official"],
  note: ["official", "coordinator"],
  ask: ["official"],
  answer: ["official"],
  return: ["official"],
  extend: ["official"],
  hold: ["official"],
  resume: ["official", "coordinator"],
  assist: ["official", "coordinator"],
  dispatch: ["coordinator"],
  reject: ["coordinator"],
  approve: ["coordinator", "leader"],
  refuse: ["coordinator", "leader"],
  supervise: ["coordinator", "leader"],
  feedback: ["official"],
};

/** What the clock alone does is no command, and raising an issue is one of its own. */
function moves(): readonly Command[] {
  return ACTIONS.filter(isDoable).map((action) =>
    command(action, {
      number: "yes",
      who: MOVES[action],
      run: (conversation, said) => makeMove(conversation, action, said),
    }),
  );
}

/** An issue from its first word to its end: raising it, asking about it, and every move. */
export const issues: Feature = {
  commands: [
    command("submit", {
      number: "no",
      glued: true,
      who: ["company"],
      run: (conversation, { rest }) => raiseOwn(conversation, rest),
    }),
    command("for", {
      number: "no",
      who: ["coordinator"],
      run: (conversation, { rest }) => raiseForCompany(conversation, rest),
    }),
    command("status", {
      number: "maybe",
      who: "everybody",
      run: (conversation, { number, rest }) => showStatus(conversation, number, rest),
    }),
    command("mine", {
      number: "no",
      who: ["company", "official"],
      run: (conversation, { rest }) => showMine(conversation, rest),
    }),
    command("due", { number: "yes", who: "everybody", run: (conversation, { id }) => explainDue(conversation, id) }),
    command("why", {
      number: "yes",
      who: "everybody",
      run: (conversation, { id }) => explainRouting(conversation, id),
    }),
    command("search", {
      number: "no",
      who: "everybody",
      run: (conversation, { rest }) => searchFor(conversation, rest),
    }),
    command("todo", {
      number: "no",
      who: ["official", "coordinator", "leader"],
      run: (conversation, { rest }) => showTodo(conversation, rest),
    }),
    command("followup", {
      number: "yes",
      who: ["company", "coordinator"],
      run: (conversation, { id, rest }) => raiseNext(conversation, id, rest),
    }),
    ...moves(),
  ],
  notices: [moveNotice],
  clock: [],
};
