import type { Conversation } from "../chat/conversation.ts";
import type { Doable } from "../domain/issue/lifecycle.ts";
import { nameOf, seenCommonOf } from "../features/common/seen.ts";
import { type Deed, deedsOf } from "../features/issues/dossier.ts";
import { type Draft, shownDrafts } from "../features/issues/drafts.ts";
import { dueCard } from "../features/issues/due-date.ts";
import type { LikeIssue } from "../features/issues/likes.ts";
import { statusOf } from "../features/issues/status.ts";
import { type Dossier, possibleMoves } from "../issues/move.ts";
import type { Card } from "../messages/card.ts";
import { NAMES, PLACES } from "../messages/zh-cn/board.ts";
import { COMMON } from "../messages/zh-cn/common.ts";
import { movesOf, type StoredEvent } from "../store/events.ts";
import { DECIDING, Request, Suggestions } from "./advice.tsx";
import { CardView, SaidView } from "./card.tsx";
import { COMMONS_AT } from "./common-forms.tsx";
import { Contacts } from "./contacts.tsx";
import { Drafts } from "./drafts.tsx";
import { filesFor } from "./file-routes.ts";
import { FilesView } from "./files-view.tsx";
import { type Again, AgainForm, MoveForms } from "./forms.tsx";
import { type Older, recordOf } from "./issue-record.tsx";
import { Likes, likesFor } from "./likes.tsx";
import { Marks } from "./marks.tsx";
import { type Frame, Page } from "./shell.tsx";

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
  const made = await movesOf(ctx.db, issue.id);
  const status = besideRecord(await statusOf(conversation, dossier, made));
  const deeds = reader.seesInternal ? deedsOf(made, { issue, reader }) : [];
  const view = reader.issue(issue);
  const record = await recordOf(conversation, dossier, older);
  const files = await filesFor(conversation, issue.id);
  const common = await seenCommonOf(conversation, issue.id);
  const moves = possibleMoves(ctx, dossier, actor);
  const likes = await likesFor(conversation, dossier, moves);
  const drafts = await shownDrafts(conversation, dossier);
  return (
    <Page title={`#${issue.id} ${view.title}`} marks={<Marks of={view} />} frame={frame}>
      <SaidView said={said}>
        {again === undefined ? null : <AgainForm frame={frame} issue={issue} again={again} actor={actor} />}
      </SaidView>
      <div class="columns">
        <section>
          <blockquote class="lines text">{view.text}</blockquote>
          <Contacts frame={frame} conversation={conversation} issue={issue} />
          <CardView card={status} />
          {common === null ? null : (
            <p>
              <a href={`${COMMONS_AT}/${common.common.id}`}>{`${COMMON} ${nameOf(common)}`}</a>
            </p>
          )}
          {files.length === 0 ? null : <FilesView issue={issue} files={files} reader={reader} />}
        </section>
        <Doing {...{ frame, conversation, dossier, made, filled, moves, likes, drafts }} />
      </div>
      {record}
      {deeds.length === 0 ? null : <Timeline deeds={deeds} />}
      <p>
        <a href="/issues">{NAMES.back}</a>
      </p>
    </Page>
  );
}

interface DoingProps extends Pick<IssuePageProps, "frame" | "conversation" | "dossier" | "filled"> {
  readonly made: readonly StoredEvent[];
  readonly moves: readonly Doable[];
  readonly likes: readonly LikeIssue[];
  readonly drafts: readonly Draft[];
}

/** What can be done now, and how its date came to be. */
function Doing({ made, likes, drafts, ...asked }: DoingProps) {
  const { frame, conversation, dossier, filled, moves } = asked;
  const { ctx, reader, actor } = conversation;
  const { issue } = dossier;
  return (
    <section aria-label={NAMES.actions}>
      <h2>{NAMES.actions}</h2>
      <Request {...asked} />
      <Suggestions {...asked} />
      <Likes frame={frame} dossier={dossier} likes={likes} />
      <Drafts dossier={dossier} drafts={drafts} />
      <MoveForms
        frame={frame}
        park={ctx.park}
        actor={actor}
        issue={issue}
        moves={moves.filter((one) => !DECIDING.includes(one))}
        takes="all"
        filled={filled}
      />
      <details>
        <summary>{NAMES.due}</summary>
        <CardView card={withoutTitle(dueCard(issue, made, reader))} />
      </details>
    </section>
  );
}

/** The requests and what was done stand on the page in another place, whole. */
function besideRecord({ card, sections }: Awaited<ReturnType<typeof statusOf>>): Card {
  const { measures = [], notes = [], supervisions = [] } = sections ?? {};
  return withoutTitle({ blocks: [...card.blocks, ...measures, ...notes, ...supervisions] });
}

function withoutTitle({ blocks }: Card): Card {
  return { blocks: blocks.filter(({ kind }) => kind !== "title") };
}

function Timeline({ deeds }: { readonly deeds: readonly Deed[] }) {
  return (
    <section>
      <h2>{NAMES.timeline}</h2>
      <ol class="timeline">
        {deeds.toReversed().map((one) => (
          <li key={one.version}>
            <p>
              <time>{one.at}</time> <b>{one.what}</b> {one.more === "" ? null : <span>{one.more}　</span>}
              {one.who}
              {one.where === null ? null : <small>{PLACES[one.where]}</small>}
            </p>
            {one.text === "" ? null : <p class="lines">{one.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
