import type { Speaking } from "../chat/conversation.ts";
import { wishesIn } from "../chat/wishes.ts";
import { isOpen } from "../domain/issue/issue.ts";
import type { Doable } from "../domain/issue/lifecycle.ts";
import { courseOf, type Step } from "../features/issues/course.ts";
import { type Dossier, possibleMoves } from "../issues/move.ts";
import type { Card } from "../messages/card.ts";
import { progressCard } from "../messages/issue-card.ts";
import { CALL_FOR_HELP } from "../messages/zh-cn/chat.ts";
import { FOLLOW } from "../messages/zh-cn/report-form.ts";
import { PlainCardView, SaidView } from "./card.tsx";
import { filesFor } from "./file-routes.ts";
import { FilesView } from "./files-view.tsx";
import { type Again, MoveForms } from "./forms.tsx";
import { Sheet } from "./shell.tsx";

/** What whoever raised an issue by the form can do with it on its page, the likeliest first. */
const OFFERED: readonly Doable[] = ["solved", "accept", "unsolved", "rate", "supplement", "reopen"];

/** What can be done now of what is offered there. */
export function offeredMoves({ ctx, actor }: Speaking, dossier: Dossier): readonly Doable[] {
  const possible = possibleMoves(ctx, dossier, actor);
  return OFFERED.filter((one) => possible.includes(one));
}

interface FollowPageProps {
  readonly speaking: Speaking;
  readonly dossier: Dossier;
  readonly formKey: string;
  /** The address of the page. */
  readonly to: string;
  /** Where it is found again, to be kept in a picture as well. */
  readonly address: string;
  /** What a form that was just sent came to. */
  readonly said: Card | null;
  /** What was sent and could not be taken. */
  readonly filled?: Again | undefined;
}

/** One issue for whoever has its link: how it stands, what the company was told, and what it can say to that. */
export async function followPage({ speaking, dossier, formKey, to, address, said, filled }: FollowPageProps) {
  const { ctx, actor, reader } = speaking;
  // Into which issue it was merged, is another page's.
  const issue = { ...dossier.issue, mergedInto: null };
  const view = reader.issue(issue);
  const steps = await courseOf(ctx.db, issue, reader);
  const moves = offeredMoves(speaking, dossier);
  const files = await filesFor(speaking, issue.id);
  const isDanger = isOpen(issue) && wishesIn(issue.text, ctx.park.directory).danger;
  return (
    <Sheet title={FOLLOW.title(issue.id)} park={ctx.park.org.park.name} look="report">
      {isDanger ? <p role="alert">{CALL_FOR_HELP}</p> : null}
      <SaidView said={said} view={PlainCardView} />
      <p class="hint">{FOLLOW.keep}</p>
      <p class="long">{address}</p>
      <PlainCardView card={progressCard(view)} />
      {moves.length === 0 ? null : (
        <section>
          <h2>{FOLLOW.doing}</h2>
          <MoveForms
            frame={{ formKey }}
            park={ctx.park}
            actor={actor}
            issue={issue}
            moves={moves}
            to={to}
            takes="pictures"
            filled={filled}
          />
        </section>
      )}
      <section>
        <h2>{FOLLOW.said}</h2>
        <blockquote class="lines text">{view.text}</blockquote>
        {files.length === 0 ? null : <FilesView issue={issue} files={files} reader={reader} at={to} />}
      </section>
      <Course steps={steps} />
    </Sheet>
  );
}

function Course({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <section>
      <h2>{FOLLOW.course}</h2>
      {steps.length === 0 ? <p>{FOLLOW.nothing}</p> : null}
      <ol class="timeline">
        {steps.map(({ version, at, card }) => (
          <li key={version}>
            <time>{at}</time>
            <PlainCardView card={card} />
          </li>
        ))}
      </ol>
    </section>
  );
}
