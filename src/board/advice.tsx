import type { Conversation } from "../chat/conversation.ts";
import type { Doable } from "../domain/issue/lifecycle.ts";
import { decidableOf, suggestedFor } from "../features/issues/advice.ts";
import type { Dossier } from "../issues/move.ts";
import { ADVICE, DECISION, giveTo, requestHead } from "../messages/zh-cn/board-issue.ts";
import { type Again, MoveForms } from "./forms.tsx";
import { FormKey, type Frame } from "./shell.tsx";

/** What stands before the forms of an issue: to whom it could be given, and the request that waits. */

interface AdviceProps {
  readonly frame: Frame;
  readonly conversation: Conversation;
  readonly dossier: Dossier;
  readonly moves: readonly Doable[];
  readonly filled?: Again | undefined;
}

export const DECIDING: readonly Doable[] = ["approve", "refuse"];

/** The units that the bot suggests, each with its reason and given with one press. */
export function Suggestions({ frame, conversation: { reader }, dossier, moves }: AdviceProps) {
  const { issue } = dossier;
  if (issue.state !== "submitted" || !moves.includes("dispatch")) return null;
  const suggested = suggestedFor(dossier, reader);
  return (
    <div class="advice">
      <h3>{ADVICE.title}</h3>
      {suggested.length === 0 ? <p class="hint">{ADVICE.none}</p> : null}
      {suggested.map(({ department, why }, index) => (
        <form key={department} method="post" action={`/issues/${issue.id}`}>
          <FormKey frame={frame} />
          <input type="hidden" name="version" value={issue.version} />
          <input type="hidden" name="action" value="dispatch" />
          <input type="hidden" name="department" value={department} />
          <button type="submit" class={index === 0 ? undefined : "second"}>
            {giveTo(reader.department(department))}
          </button>
          {why === "" ? null : <small>{why}</small>}
        </form>
      ))}
    </div>
  );
}

/** The request that waits: who asked for what, what either decision comes to, and its forms for who may decide. */
export function Request({ frame, conversation, dossier, moves, filled }: AdviceProps) {
  const found = decidableOf(conversation, dossier);
  if (found === null) return null;
  const { reader, ctx, actor } = conversation;
  const { request, ifApproved, ifRefused } = found;
  const own = moves.filter((one) => DECIDING.includes(one));
  if (!reader.seesInternal) return null;
  return (
    <div class="advice request">
      <h3>{own.length > 0 ? DECISION.title : DECISION.waits}</h3>
      <p>{requestHead(request.kind, request.askedBy, reader.dateTime(request.askedAt))}</p>
      <blockquote class="lines">{reader.text(request.reason, dossier.issue)}</blockquote>
      {own.length === 0 ? null : (
        <>
          <dl>
            <div>
              <dt>{DECISION.approved}</dt>
              <dd>{ifApproved ?? DECISION.cannot}</dd>
            </div>
            <div>
              <dt>{DECISION.refused}</dt>
              <dd>{ifRefused}</dd>
            </div>
          </dl>
          <MoveForms
            frame={frame}
            park={ctx.park}
            actor={actor}
            issue={dossier.issue}
            moves={own}
            takes="all"
            filled={filled}
          />
        </>
      )}
    </div>
  );
}
