import type { Conversation } from "../chat/conversation.ts";
import type { Card } from "../messages/card.ts";
import { DELIVERIES, resendNumber, shownOf } from "../messages/zh-cn/board-deliveries.ts";
import { reasonText } from "../messages/zh-cn/delivery.ts";
import { placeName } from "../messages/zh-cn/places.ts";
import type { OutboxEntry, OutboxFigures } from "../store/outbox.ts";
import { SaidView } from "./card.tsx";
import { FormKey, type Frame, Page } from "./shell.tsx";
import { Head } from "./table.tsx";

interface DeliveriesProps {
  readonly frame: Frame;
  readonly conversation: Conversation;
  readonly figures: OutboxFigures;
  readonly dead: readonly OutboxEntry[];
  readonly waiting: readonly OutboxEntry[];
  /** What a form that was just sent came to. */
  readonly said: Card | null;
}

/** Messages that did not arrive, each with a form to send it again, and those that wait. */
export function DeliveriesPage({ frame, conversation, figures, dead, waiting, said }: DeliveriesProps) {
  const waits = [...figures.waiting.values()].reduce((sum, one) => sum + one, 0);
  return (
    <Page title={DELIVERIES.title} frame={frame}>
      <SaidView said={said} />
      {figures.dead + waits === 0 ? (
        <p class="verdict">{DELIVERIES.empty}</p>
      ) : (
        <>
          <section>
            <h2>{DELIVERIES.dead}</h2>
            {dead.length === 0 ? (
              <p>{DELIVERIES.noDead}</p>
            ) : (
              <>
                <p class="hint">{`${shownOf(figures.dead, dead.length)}。${DELIVERIES.mend}`}</p>
                <Dead frame={frame} conversation={conversation} entries={dead} />
              </>
            )}
          </section>
          {waiting.length === 0 ? null : (
            <section>
              <h2>{DELIVERIES.waiting}</h2>
              <p class="hint">{shownOf(waits, waiting.length)}</p>
              <Waiting conversation={conversation} entries={waiting} />
            </section>
          )}
        </>
      )}
    </Page>
  );
}

interface EntriesProps {
  readonly conversation: Conversation;
  readonly entries: readonly OutboxEntry[];
}

function Dead({ frame, conversation: { reader }, entries }: EntriesProps & { readonly frame: Frame }) {
  const { number, place, about, reason, made, since, resend } = DELIVERIES;
  return (
    <table class="issues deliveries">
      <Head of={[number, place, about, reason, made, since, resend]} />
      <tbody>
        {entries.map(({ id, target, issueId, lastError, createdAt, settledAt }) => (
          <tr key={id}>
            <td data-head={number}>{id}</td>
            <td data-head={place}>{placeName(target, reader.park, reader.audience)}</td>
            <td data-head={about}>{issueId === null ? "" : <a href={`/issues/${issueId}`}>#{issueId}</a>}</td>
            <td data-head={reason}>{reasonText(lastError ?? "not-recorded")}</td>
            <td data-head={made}>{reader.dateTime(createdAt)}</td>
            <td data-head={since}>{settledAt === null ? "" : reader.dateTime(settledAt)}</td>
            <td data-head={resend}>
              <form method="post" action={`/deliveries/${id}`}>
                <FormKey frame={frame} />
                <button type="submit" aria-label={resendNumber(id)}>
                  {resend}
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Waiting({ conversation: { reader }, entries }: EntriesProps) {
  const { place, about, reason, goes, tries } = DELIVERIES;
  return (
    <table class="issues deliveries">
      <Head of={[place, about, goes, tries, reason]} />
      <tbody>
        {entries.map(({ id, target, issueId, lastError, readyAt, attempts }) => (
          <tr key={id}>
            <td data-head={place}>{placeName(target, reader.park, reader.audience)}</td>
            <td data-head={about}>{issueId === null ? "" : <a href={`/issues/${issueId}`}>#{issueId}</a>}</td>
            <td data-head={goes}>{reader.dateTime(readyAt)}</td>
            <td data-head={tries}>{attempts}</td>
            <td data-head={reason}>{lastError === null ? "" : reasonText(lastError)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
