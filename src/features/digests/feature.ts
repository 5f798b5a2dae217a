import { command } from "../../chat/command.ts";
import { type Conversation, type Reply, SILENCE, sentence, withCard } from "../../chat/conversation.ts";
import { pageIn } from "../../chat/understand/zh-cn-phrases.ts";
import { isStaff } from "../../domain/issue/issue.ts";
import { BRIEF_FOR_STAFF } from "../../messages/zh-cn/digests.ts";
import { readIssues } from "../../store/issues.ts";
import type { Feature } from "../feature.ts";
import { nextDigest, postDueDigests } from "./clock.ts";
import { type Digests, ownDigests } from "./kinds.ts";

/** 简报: the weekly digest as it would be now, for the eyes of this place: the group's own, or the leaders'. */
async function showBrief(digests: Digests, { ctx, actor, reader }: Conversation, rest: string): Promise<Reply> {
  if (!isStaff(actor)) return sentence(BRIEF_FOR_STAFF);
  const { audience } = reader;
  const spec =
    audience.kind === "enterprise"
      ? ({ kind: "enterprise-weekly", chat: audience.chat } as const)
      : ({ kind: "supervision-weekly" } as const);
  const facts = await digests.facts(ctx, spec, { to: ctx.now, late: false });
  if (facts === null) return SILENCE;
  const issues = await readIssues(ctx.db, digests.ids(facts));
  return withCard(digests.card(facts, { issues, reader, page: pageIn(rest).page }));
}

/** What is posted by the day and the week. */
export function digestsOf(digests: Digests): Feature {
  return {
    commands: [
      command("brief", {
        number: "no",
        who: ["official", "coordinator", "leader"],
        run: (conversation, { rest }) => showBrief(digests, conversation, rest),
      }),
    ],
    notices: [digests.notice],
    clock: [
      {
        name: "digests",
        run: (ctx) => postDueDigests(ctx, digests),
        next: async ({ park }, after) => nextDigest({ park }, after),
      },
    ],
  };
}

export const digests = digestsOf(ownDigests);
