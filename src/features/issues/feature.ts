import { command } from "../../chat/command.ts";
import type { Command } from "../../chat/conversation.ts";
import type { Circle } from "../../chat/understand/circle.ts";
import { ACTIONS, type Doable, isDoable, moveOf, type Party } from "../../domain/issue/lifecycle.ts";
import { type CommandName, commandOf } from "../../messages/zh-cn/commands.ts";
import type { Feature } from "../feature.ts";
import { avoidNotice, avoidUnit } from "./avoid.ts";
import { dangerNotice } from "./danger-notice.ts";
import { takeDraft } from "./drafts.ts";
import { explainDue } from "./due-date.ts";
import { runJoin } from "./join.ts";
import { showMine, showTodo } from "./lists.ts";
import { refuseMerge, runMerge } from "./merge.ts";
import { moveNotice } from "./move-notice.ts";
import { refuseMove, runMove } from "./moves.ts";
import { raiseForCompany, raiseNext, raiseOwn, warnOfDanger } from "./raise.ts";
import { searchFor } from "./search.ts";
import { runSettled } from "./settle.ts";
import { showStatus } from "./status.ts";
import { explainRouting } from "./why.ts";

/** Who is taught what these may do. */
const CIRCLE: Readonly<Record<Party, readonly Circle[]>> = {
  company: ["company"],
  peer: ["company"],
  lead: ["official"],
  helper: ["official"],
  coordinator: ["coordinator"],
  leader: ["leader"],
  clock: [],
  common: [],
};

/** Moves that the same word makes: which of them, the issue's state decides. */
function actionsOf(name: CommandName): readonly Doable[] {
  return ACTIONS.filter(isDoable).filter((action) => commandOf(action) === name);
}

/** Words by which more is done than the move. */
const RUN: Partial<Readonly<Record<CommandName, typeof runJoin>>> = {
  join: runJoin,
  solved: runSettled,
  accept: runSettled,
};

/** What a word of several issues does is not here: a move is of one. */
function moves(): readonly Command[] {
  const names = new Set(ACTIONS.filter(isDoable).map(commandOf));
  names.delete("merge");
  return [...names].map((name) => {
    const actions = actionsOf(name);
    return command(name, {
      number: "yes",
      who: circlesOf(actions),
      run: (conversation, said) => (RUN[name] ?? runMove)(conversation, actions, said),
      refuses: (conversation, said) => refuseMove(conversation, actions, said),
    });
  });
}

function circlesOf(actions: readonly Doable[]): readonly Circle[] {
  return [...new Set(actions.flatMap((action) => moveOf(action).who).flatMap((party) => CIRCLE[party]))];
}

/** An issue from its first word to its end: raising it, asking about it, and every move. */
export const issues: Feature = {
  commands: [
    command("submit", { number: "no", glued: true, who: ["company"], run: raiseOwn, offered: warnOfDanger }),
    command("for", { number: "no", glued: true, who: ["coordinator"], run: raiseForCompany }),
    command("status", { number: "maybe", who: "everybody", run: showStatus }),
    command("mine", { number: "no", who: ["company", "official"], run: showMine }),
    command("due", { number: "yes", who: "everybody", run: explainDue }),
    command("why", { number: "yes", who: "everybody", run: explainRouting }),
    command("search", { number: "no", who: "everybody", run: searchFor }),
    command("todo", { number: "no", who: ["official", "coordinator", "leader"], run: showTodo }),
    command("refer", { number: "yes", who: ["official"], run: takeDraft }),
    command("followup", { number: "yes", who: ["company", "coordinator"], run: raiseNext }),
    command("avoid", { number: "yes", who: ["company", "coordinator"], run: avoidUnit }),
    ...moves(),
    command("merge", { number: "yes", who: circlesOf(["merge"]), run: runMerge, refuses: refuseMerge }),
  ],
  notices: [moveNotice, dangerNotice, avoidNotice],
  clock: [],
};
