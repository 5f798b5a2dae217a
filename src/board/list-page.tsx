import type { Conversation } from "../chat/conversation.ts";
import { isStaff } from "../domain/issue/issue.ts";
import { MOST_FOUND } from "../features/issues/by-words.ts";
import { lightMark } from "../messages/issue-card.ts";
import type { IssueView } from "../messages/reader.ts";
import { GROUPS, listedCount, NAMES, NOTHING_LISTED } from "../messages/zh-cn/board.ts";
import { CUT, PAGES_ON } from "../messages/zh-cn/board-list.ts";
import { EXPORT_CONTACTS, EXPORT_CONTACTS_NOTE } from "../messages/zh-cn/issue-record.ts";
import { EXPORT, EXPORT_DUTIES, EXPORTING } from "../messages/zh-cn/ledger.ts";
import { shortState } from "../messages/zh-cn/terms.ts";
import type { Listing } from "./list.ts";
import { addressWith, fileAddress, type Group, type ListAsked, placeText, sortOf, statesOf } from "./list-asked.ts";
import { Chosen, Filters, type Options, Sorts } from "./list-filters.tsx";
import { Marks } from "./marks.tsx";
import { FormKey, type Frame, Page } from "./shell.tsx";
import { Head } from "./table.tsx";

interface ListPageProps {
  readonly frame: Frame;
  readonly conversation: Conversation;
  readonly asked: ListAsked;
  readonly listing: Listing;
  readonly options: Options;
}

/** The issues that this person may see, by what he asks for. The filters are a form, and the address keeps them. */
export function ListPage({ frame, conversation, asked, listing, options }: ListPageProps) {
  const { reader } = conversation;
  const { issues, cut, total } = listing;
  const staff = isStaff(conversation.actor);
  return (
    <Page title={NAMES.issues} frame={frame} scripts={["/board-export.js"]}>
      <Groups asked={asked} counts={listing.counts.state} />
      <Filters conversation={conversation} asked={asked} listing={listing} options={options} />
      <Chosen asked={asked} options={options} />
      <div class="above-list">
        <p class="hint">
          {listedCount(total)}
          {cut === null ? "" : `（${CUT[cut](MOST_FOUND)}）`}
        </p>
        <Sorts asked={asked} staff={staff} />
        {issues.length === 0 ? null : <Exports frame={frame} conversation={conversation} asked={asked} />}
      </div>
      {issues.length === 0 ? (
        <p>{NOTHING_LISTED}</p>
      ) : (
        <Table views={issues.map((one) => reader.issue(one))} isStaff={staff} />
      )}
      <Turning asked={asked} listing={listing} />
    </Page>
  );
}

/** To the next page, and back to the first. */
function Turning({ asked, listing: { next } }: Pick<ListPageProps, "asked" | "listing">) {
  const isNewest = sortOf(asked) === "newest";
  return (
    <nav class="pages" aria-label={PAGES_ON.next}>
      {asked.before === undefined ? null : (
        <a href={addressWith(asked, {})}>{isNewest ? NAMES.newest : PAGES_ON.first}</a>
      )}
      {next === null ? null : (
        <a href={addressWith(asked, { before: placeText(asked, next) })} rel="next">
          {isNewest ? NAMES.older : PAGES_ON.next}
        </a>
      )}
    </nav>
  );
}

/** Whoever asks for contact data as well, is written down with each issue. */
function Exports({ frame, conversation, asked }: Omit<ListPageProps, "listing" | "options">) {
  const { reader } = conversation;
  return (
    <div class="exports">
      <a href={fileAddress(asked, "xlsx")} download>
        {EXPORT}
      </a>
      {reader.seesInternal ? (
        <a href={fileAddress(asked, "docx")} download>
          {EXPORT_DUTIES}
        </a>
      ) : null}
      {reader.seesInternal && reader.audience.kind !== "supervision" ? (
        <form method="post" action={fileAddress(asked, "xlsx")}>
          <FormKey frame={frame} />
          <button type="submit" class="quiet">
            {EXPORT_CONTACTS}
          </button>
          <small>{EXPORT_CONTACTS_NOTE}</small>
        </form>
      ) : null}
      <small
        role="status"
        data-export
        data-working={EXPORTING.working}
        data-done={EXPORTING.done}
        data-failed={EXPORTING.failed}
      />
    </div>
  );
}

const ALL_GROUPS = Object.keys(GROUPS) as readonly Group[];

function countOf(counts: ReadonlyMap<string, number>, group: Group | undefined): number {
  const states = group === undefined ? [...counts.keys()] : statesOf(group);
  return states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
}

/** How many there are in each state, each a link to them. */
function Groups({ asked, counts }: { readonly asked: ListAsked; readonly counts: ReadonlyMap<string, number> }) {
  const groups: readonly (Group | undefined)[] = [undefined, ...ALL_GROUPS];
  const isHere = (group: Group | undefined) =>
    group === undefined ? asked.state === undefined : asked.state?.includes(group) === true;
  return (
    <nav class="groups" aria-label={NAMES.state}>
      {groups.map((group) => (
        <a
          key={group ?? ""}
          href={addressWith(asked, { state: group })}
          aria-current={isHere(group) ? "true" : undefined}
        >
          {group === undefined ? NAMES.all : GROUPS[group]} <b>{countOf(counts, group)}</b>
        </a>
      ))}
    </nav>
  );
}

/** On a narrow screen each row becomes a card: every cell knows its head. */
function Table({ views, isStaff: staff }: { readonly views: readonly IssueView[]; readonly isStaff: boolean }) {
  const heads = [
    NAMES.number,
    NAMES.title,
    ...(staff ? [NAMES.company] : []),
    NAMES.department,
    NAMES.state,
    NAMES.due,
  ];
  return (
    <table class="issues">
      <Head of={heads} />
      <tbody>
        {views.map((view) => (
          <Row key={view.id} view={view} staff={staff} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ view, staff }: { readonly view: IssueView; readonly staff: boolean }) {
  const light = view.light === null ? "" : ` ${view.light}`;
  const isOver = view.outcome !== null;
  return (
    <tr class={light.trim()}>
      <td data-head={NAMES.number}>
        <a href={`/issues/${view.id}`}>#{view.id}</a>
      </td>
      <td data-head={NAMES.title}>
        <Marks of={view} />
        <a href={`/issues/${view.id}`}>{view.title}</a>
      </td>
      {staff ? <td data-head={NAMES.company}>{view.company}</td> : null}
      <td data-head={NAMES.department}>{view.department}</td>
      <td data-head={NAMES.state}>{shortState(view)}</td>
      <td data-head={NAMES.due}>{view.due === null || isOver ? "" : `${lightMark(view)}${view.due}`}</td>
    </tr>
  );
}
