import type { Conversation } from "../chat/conversation.ts";
import { type Draft, draftsFor } from "../features/issues/drafts.ts";
import type { Dossier } from "../issues/move.ts";
import { type Card, say } from "../messages/card.ts";
import { DRAFTS_HEAD, draftLine, filledFrom, isToBeMended, mendAnew, takeDraft } from "../messages/zh-cn/drafts.ts";
import { noteTaken, takenFor } from "../store/answers-shown.ts";
import type { Again } from "./forms.tsx";

/** Answers of like issues beside the form in which one is answered. */

/** Each with a link that fills the form with it: the page works without JavaScript. */
export function Drafts({
  dossier: { issue },
  drafts,
}: {
  readonly dossier: Dossier;
  readonly drafts: readonly Draft[];
}) {
  if (drafts.length === 0) return null;
  return (
    <div class="advice drafts">
      <h3>{DRAFTS_HEAD}</h3>
      <ol>
        {drafts.map(({ id, title, how, text }) => (
          <li key={id}>
            <a href={`/issues/${id}`}>{draftLine({ id, title, how })}</a>
            <p class="lines">{text}</p>
            <a href={`/issues/${issue.id}?draft=${id}#answer-text`} rel="nofollow">
              {takeDraft(id)}
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The answer of issue `id` in the form, to be read and mended; null: it is none of those that were shown. */
export async function filledWithDraft(
  conversation: Conversation,
  dossier: Dossier,
  id: number,
): Promise<{ readonly filled: Again; readonly said: Card } | null> {
  const draft = (await draftsFor(conversation, dossier)).find((one) => one.id === id);
  if (draft === undefined) return null;
  await noteTaken(conversation.ctx.db, dossier.issue.id, id);
  return { filled: { action: "answer", fields: { text: draft.text } }, said: say(filledFrom(id, draft.check)) };
}

/** Why a text is not sent as it stands: it is a draft that tells the case of the other issue, as in chat. Null: it is none. */
export async function unmendedDraft(
  conversation: Conversation,
  dossier: Dossier,
  text: string,
): Promise<string | null> {
  const taken = await takenFor(conversation.ctx.db, dossier.issue.id);
  if (taken === null || taken === 0) return null;
  const draft = (await draftsFor(conversation, dossier)).find(({ id }) => id === taken);
  const isAsItWas = draft !== undefined && withoutSpaces(draft.text) === withoutSpaces(text);
  return isAsItWas && isToBeMended(draft.check) ? mendAnew(taken, draft.check) : null;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, "");
}
