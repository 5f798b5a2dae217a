import type { ComponentChildren } from "preact";
import type { Conversation } from "../chat/conversation.ts";
import { type LookPage, looksAt } from "../features/contacts/looks.ts";
import { type SentPage, sentAbout } from "../features/delivery/about-issue.ts";
import { helpersBeside, requestsBeside } from "../features/issues/beside.ts";
import type { Dossier } from "../issues/move.ts";
import { PLACES } from "../messages/zh-cn/board.ts";
import { LOOKED_AT, NOBODY_LOOKED, NOTHING_SENT, RECORD, SENT_STATES } from "../messages/zh-cn/issue-record.ts";
import { PLATFORM_NAMES } from "../messages/zh-cn/terms.ts";
import { Head } from "./table.tsx";

/** What stands behind an issue on its page: requests, who helps, what was sent, and who looked. */

/** From where on the older ones of a long list are shown. */
export interface Older {
  readonly sent: number | null;
  readonly looks: number | null;
}

export const NEWEST: Older = { sent: null, looks: null };

/** Everything of it that this person may read. */
export async function recordOf(conversation: Conversation, dossier: Dossier, older: Older) {
  const { reader } = conversation;
  const { issue } = dossier;
  const sent = await sentAbout(conversation, issue, older.sent);
  const looks = await looksAt(conversation, issue, older.looks);
  return (
    <>
      {reader.seesInternal ? <Requests dossier={dossier} conversation={conversation} /> : null}
      {reader.seesInternal ? <Helpers dossier={dossier} conversation={conversation} /> : null}
      {sent === null ? null : <SentMessages id={issue.id} page={sent} isOpen={older.sent !== null} />}
      {looks === null ? null : <Looks id={issue.id} page={looks} isOpen={older.looks !== null} />}
    </>
  );
}

interface BesideProps {
  readonly dossier: Dossier;
  readonly conversation: Conversation;
}

function Requests({ dossier, conversation }: BesideProps) {
  const rows = requestsBeside(dossier, conversation.reader);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{RECORD.requests}</h2>
      <Rows
        heads={[RECORD.what, RECORD.reason, RECORD.asked, RECORD.decided]}
        rows={rows.map(({ id, what, reason, asked, decided, note }) => ({
          key: id,
          cells: [what, reason, asked, note === "" ? decided : `${decided}：${note}`],
        }))}
      />
    </section>
  );
}

function Helpers({ dossier, conversation }: BesideProps) {
  const rows = helpersBeside(dossier, conversation.reader);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{RECORD.helpers}</h2>
      <Rows
        heads={[RECORD.unit, RECORD.since, RECORD.until, RECORD.done]}
        rows={rows.map(({ unit, asked, due, done }) => ({ key: unit, cells: [unit, asked, due, done] }))}
      />
    </section>
  );
}

function SentMessages({
  id,
  page,
  isOpen,
}: {
  readonly id: number;
  readonly page: SentPage;
  readonly isOpen: boolean;
}) {
  const heads = [RECORD.what, RECORD.to, RECORD.on, RECORD.state, RECORD.at];
  return (
    <Folded title={RECORD.sent} isOpen={isOpen} older={olderAt(id, "sent", page.next)}>
      {page.sent.length === 0 ? (
        <p>{NOTHING_SENT}</p>
      ) : (
        <Rows
          heads={heads}
          rows={page.sent.map(({ id: key, what, to, platform, state, at, reason }) => ({
            key,
            cells: [
              what,
              to,
              PLATFORM_NAMES[platform],
              reason === null ? SENT_STATES[state] : `${SENT_STATES[state]}：${reason}`,
              at,
            ],
          }))}
        />
      )}
    </Folded>
  );
}

function Looks({ id, page, isOpen }: { readonly id: number; readonly page: LookPage; readonly isOpen: boolean }) {
  return (
    <Folded title={RECORD.looks} isOpen={isOpen} older={olderAt(id, "looks", page.next)}>
      {page.looks.length === 0 ? (
        <p>{NOBODY_LOOKED}</p>
      ) : (
        <Rows
          heads={[RECORD.who, RECORD.what, RECORD.at, RECORD.where]}
          rows={page.looks.map(({ id: key, who, kind, at, where, chat }) => ({
            key,
            cells: [who, LOOKED_AT[kind], at, chat === null ? PLACES[where] : `${PLACES[where]} ${chat}`],
          }))}
        />
      )}
    </Folded>
  );
}

function olderAt(id: number, name: keyof Older, next: number | null): string | null {
  return next === null ? null : `/issues/${id}?${name}=${next}#${name}`;
}

interface FoldedProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly older: string | null;
  readonly children: ComponentChildren;
}

/** Long, and seldom asked for: it is opened by who wants it. */
function Folded({ title, isOpen, older, children }: FoldedProps) {
  return (
    <details open={isOpen} class="record">
      <summary>{title}</summary>
      {children}
      {older === null ? null : (
        <p>
          <a href={older} rel="next">
            {RECORD.older}
          </a>
        </p>
      )}
    </details>
  );
}

interface RowsProps {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string | number; readonly cells: readonly string[] }[];
}

/** On a narrow screen each row becomes a card: every cell knows its head. */
function Rows({ heads, rows }: RowsProps) {
  return (
    <table class="issues">
      <Head of={heads} />
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, index) => (
              <td key={heads[index]} data-head={heads[index]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
