import type { Conversation } from "../chat/conversation.ts";
import { type Deed, deedsOf } from "../features/issues/dossier.ts";
import { type Dossier, possibleMoves } from "../issues/move.ts";
import type { Card } from "../messages/card.ts";
import { NAMES, PLACES } from "../messages/zh-cn/board.ts";
import { HEADS } from "../messages/zh-cn/dossier.ts";
import { movesOf } from "../store/events.ts";
import { DECIDING, Request, Suggestions } from "./advice.tsx";
import { CardView, SaidView } from "./card.tsx";
import { Contacts } from "./contacts.tsx";
import { filesFor } from "./file-routes.ts";
import { FilesView } from "./files-view.tsx";
import { type Again, AgainForm, MoveForms } from "./forms.tsx";
import { type Older, recordOf } from "./issue-record.tsx";
import { type Frame, Page } from "./shell.tsx";
import { runCommand } from "./speaking.ts";

interface IssuePageProps {
  readonly frame: Frame;
  readonly conversation: Conversation;
  readonly dossier: Dossier;
  /** What a form that was just sent came to. */
  readonly said: Card | null;
  /** It was not done yet, and can be sent once more. */
  readonly again?: Again;
  /** What was sent and could not be taken: it stands in its form again. */
  readonly filled?: Again | undefined;
  readonly older: Older;
}

/** One issue: how it stands, what can be done, how its date came to be, and everything that was done. */
export async function issuePage({ frame, conversation, dossier, said, again, filled, older }: IssuePageProps) {
  const { ctx, reader, actor } = conversation;
  const { issue } = dossier;
  const status = await runCommand(conversation, "status", issue.id);
  const due = await runCommand(conversation, "due", issue.id);
  const deeds = reader.seesInternal ? deedsOf(await movesOf(ctx.db, issue.id), { issue, reader }) : [];
  const view = reader.issue(issue);
  const moves = possibleMoves(ctx, dossier, actor);
  const beside = { frame, conversation, dossier, moves, filled };
  const record = await recordOf(conversation, dossier, older);
  const files = await filesFor(conversation, issue.id);
  return (
    <Page title={`#${issue.id} ${view.title}`} frame={frame}>
      <SaidView said={said}>
        {again === undefined ? null : <AgainForm frame={frame} issue={issue} again={again} actor={actor} />}
      </SaidView>
      <div class="columns">
        <section>
          <blockquote class="lines text">{view.text}</blockquote>
          <Contacts frame={frame} conversation={conversation} issue={issue} />
          {status === null ? null : <CardView card={besidePage(status)} />}
          {files.length === 0 ? null : <FilesView issue={issue} files={files} reader={reader} />}
        </section>
        <section aria-label={NAMES.actions}>
          <h2>{NAMES.actions}</h2>
          <Request {...beside} />
          <Suggestions {...beside} />
          <MoveForms
            frame={frame}
            park={ctx.park}
            actor={actor}
            issue={issue}
            moves={moves.filter((one) => !DECIDING.includes(one))}
            takes="all"
            filled={filled}
          />
          {due === null ? null : (
            <details>
              <summary>{NAMES.due}</summary>
              <CardView card={besidePage(due)} />
            </details>
          )}
        </section>
      </div>
      {record}
      {deeds.length === 0 ? null : <Timeline deeds={deeds} />}
      <p>
        <a href="/issues">{NAMES.back}</a>
      </p>
    </Page>
  );
}

/** What stands on the page in another place is left out. */
function besidePage(card: Card): Card {
  const elsewhere = card.blocks.flatMap((block, index) =>
    block.kind === "text" && (block.text === HEADS.events || block.text === HEADS.requests) ? [index, index + 1] : [],
  );
  return { blocks: card.blocks.filter(({ kind }, index) => kind !== "title" && !elsewhere.includes(index)) };
}

function Timeline({ deeds }: { readonly deeds: readonly Deed[] }) {
  return (
    <section>
      <h2>{NAMES.timeline}</h2>
      <ol class="timeline">
        {deeds.toReversed().map((one) => (
          <li key={one.version}>
            <p>
              <time>{one.at}</time> <b>{one.what}</b> {one.who}
              {one.where === null ? null : <small>{PLACES[one.where]}</small>}
            </p>
            {one.text === "" ? null : <p class="lines">{one.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
