import type { Context } from "../issues/context.ts";
import { type Sayable, sayableOf } from "../messages/offered.ts";
import { COMMAND_WORDS } from "../messages/zh-cn/commands.ts";
import type { Command } from "./conversation.ts";
import { firstSaid, helpCommand } from "./help.ts";
import { introduce } from "./introduce.ts";
import { type Asker, nothingSaid } from "./nothing-said.ts";
import { readSituation } from "./read-situation.ts";

/** What somebody likely wants to say next, before he has said anything: a page with buttons shows it. */

/** `does`: what comes of it. */
export interface Suggestion extends Sayable {
  readonly does: string;
}

/** What 帮助 would list for this person here: what waits, then what he says most. Reads alone; nothing for strangers. */
export async function suggestions(
  ctx: Context,
  asker: Asker,
  commands: readonly Command[],
): Promise<readonly Suggestion[]> {
  const message = nothingSaid(asker);
  const introduction = await introduce(ctx, message);
  if ("stranger" in introduction) return [];
  const { situation } = await readSituation({ ...introduction, ctx, commands }, message);
  const { steps, usual } = firstSaid({ ...introduction, commands, situation });
  return [
    ...steps.map((step) => ({ ...sayableOf(step), does: COMMAND_WORDS[step.command].does })),
    ...[...usual, helpCommand].map(begun),
  ];
}

/** One that is taught with more than its word is begun, and the person writes on. */
function begun({ words: [word = ""], usage, does }: Command): Suggestion {
  return usage.startsWith(`${word} `) ? { text: `${word} `, blank: "", does } : { text: word, does };
}
