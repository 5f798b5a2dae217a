import { command } from "../../chat/command.ts";
import type { Command } from "../../chat/conversation.ts";
import type { Circle } from "../../chat/understand/circle.ts";
import { ACTIONS, isDoable, moveOf, type Party } from "../../domain/issue/lifecycle.ts";
import type { Feature } from "../feature.ts";
import { dangerNotice } from "./danger-notice.ts";
import { explainDue } from "./due-date.ts";
import { showMine, showTodo } from "./lists.ts";
import { moveNotice } from "./move-notice.ts";
import { runMove } from "./moves.ts";
import { raiseForCompany, raiseNext, raiseOwn } from "./raise.ts";
import { searchFor } from "./search.ts";
import { explainRouting, showStatus } from "./status.ts";

/** Who is taught what these may do. */
const CIRCLE: Readonly<Record<Party, readonly Circle[]>> = {
  company: ["company"],
  lead: ["official"],
  helper: ["official"],
  coordinator: ["coordinator"],
  leader: ["leader"],
  clock: [],
};

/** What the clock alone does is no command, and raising an issue is one of its own. */
function moves(): readonly Command[] {
  return ACTIONS.filter(isDoable).map((action) =>
    command(action, {
      number: "yes",
      who: [...new Set(moveOf(action).who.flatMap((party) => CIRCLE[party]))],
      run: (conversation, said) => runMove(conversation, action, said),
    }),
  );
}

/** An issue from its first word to its end: raising it, asking about it, and every move. */
export const issues: Feature = {
  commands: [
    command("submit", { number: "no", glued: true, who: ["company"], run: raiseOwn }),
    command("for", { number: "no", glued: true, who: ["coordinator"], run: raiseForCompany }),
    command("status", { number: "maybe", who: "everybody", run: showStatus }),
    command("mine", { number: "no", who: ["company", "official"], run: showMine }),
    command("due", { number: "yes", who: "everybody", run: explainDue }),
    command("why", { number: "yes", who: "everybody", run: explainRouting }),
    command("search", { number: "no", who: "everybody", run: searchFor }),
    command("todo", { number: "no", who: ["official", "coordinator", "leader"], run: showTodo }),
    command("followup", { number: "yes", who: ["company", "coordinator"], run: raiseNext }),
    ...moves(),
  ],
  notices: [moveNotice, dangerNotice],
  clock: [],
};
