import type { Conversation } from "../chat/conversation.ts";
import { lineOfSeen, type SeenCommon } from "../features/common/seen.ts";
import type { SubName } from "../features/common/zh-cn-said.ts";
import type { Card } from "../messages/card.ts";
import { countable, doneOf, type Evidence, evidenceEntry } from "../messages/common-view.ts";
import { COMMONS, FORMS, HEADS } from "../messages/zh-cn/board-common.ts";
import { doneText, dueText, NO_LEAD, numberOfCommon } from "../messages/zh-cn/common.ts";
import { CardView, SaidView } from "./card.tsx";
import { COMMONS_AT, CreateForm, DoForm, ProposalForms } from "./common-forms.tsx";
import { type Frame, Page } from "./shell.tsx";
import { Head } from "./table.tsx";

interface CommonsProps {
  readonly frame: Frame;
  readonly conversation: Conversation;
  readonly commons: readonly SeenCommon[];
  readonly proposals: readonly Evidence[];
  /** What this person may say behind 共性. */
  readonly may: ReadonlySet<SubName>;
  readonly said: Card | null;
}

/** The common problems: those that are open, those that are done, and for the coordinator what may be one more. */
export function CommonsPage({ frame, conversation, commons, proposals, may, said }: CommonsProps) {
  const open = commons.filter(({ common }) => common.state === "open");
  const done = commons.filter(({ common }) => common.state === "done");
  return (
    <Page title={COMMONS.title} frame={frame}>
      <SaidView said={said} />
      {open.length === 0 ? (
        <p class="verdict">{COMMONS.none}</p>
      ) : (
        <section>
          <h2>{COMMONS.open}</h2>
          <Listed commons={open} conversation={conversation} />
        </section>
      )}
      {may.has("create") ? (
        <section class="moves">
          <CreateForm frame={frame} />
        </section>
      ) : null}
      {may.has("find") ? <Proposals {...{ frame, conversation, proposals }} /> : null}
      {done.length === 0 ? null : (
        <section>
          <h2>{COMMONS.done}</h2>
          <Listed commons={done} conversation={conversation} />
        </section>
      )}
    </Page>
  );
}

function Listed({ commons, conversation: { reader } }: Pick<CommonsProps, "commons" | "conversation">) {
  const { number, title, lead, reach, stands, due } = HEADS;
  return (
    <table class="issues">
      <Head of={[number, title, lead, reach, stands, due]} />
      <tbody>
        {commons.map((seen) => {
          const line = lineOfSeen(seen, reader);
          return (
            <tr key={line.id} class={line.isLate ? "red" : undefined}>
              <td data-head={number}>
                <a href={`${COMMONS_AT}/${line.id}`}>{numberOfCommon(line.id)}</a>
              </td>
              <td data-head={title}>{line.title}</td>
              <td data-head={lead}>{line.lead ?? NO_LEAD}</td>
              <td data-head={reach}>{line.reach}</td>
              <td data-head={stands}>{doneText(doneOf(countable(seen.members)))}</td>
              <td data-head={due}>{line.due === null ? "" : dueText(line.due, line.isLate)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A proposal with a line for each issue. */
function cardOf([text = "", ...items]: readonly string[]): Card {
  return {
    blocks: [
      { kind: "title", text },
      { kind: "list", items },
    ],
  };
}

/** What may be one more, each with why. */
function Proposals({ frame, conversation, proposals }: Pick<CommonsProps, "frame" | "conversation" | "proposals">) {
  return (
    <section>
      <h2>{COMMONS.proposals}</h2>
      {proposals.length === 0 ? <p>{COMMONS.noProposals}</p> : null}
      {proposals.map((found) => (
        <div key={found.place} class="advice">
          <CardView card={cardOf(evidenceEntry(found, conversation.reader))} />
          <ProposalForms frame={frame} found={found} />
        </div>
      ))}
      <DoForm frame={frame} name="find" label={FORMS.find} quiet />
    </section>
  );
}
