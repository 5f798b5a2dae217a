import type { Conversation } from "../chat/conversation.ts";
import type { State } from "../domain/issue/issue.ts";
import { isStaff } from "../domain/issue/issue.ts";
import { URGENCIES } from "../domain/park/org.ts";
import { lightMark } from "../messages/issue-card.ts";
import type { IssueView } from "../messages/reader.ts";
import { GROUPS, listedCount, mostFound, NAMES, NOTHING_LISTED } from "../messages/zh-cn/board.ts";
import { markWords } from "../messages/zh-cn/issues.ts";
import { EXPORT, EXPORT_DUTIES } from "../messages/zh-cn/ledger.ts";
import { shortState, URGENCY_WORDS } from "../messages/zh-cn/terms.ts";
import { type Listing, MOST_FOUND } from "./list.ts";
import { addressWith, fileAddress, type Group, type ListAsked, statesOf } from "./list-asked.ts";
import { type Frame, Page } from "./shell.tsx";
import { Head } from "./table.tsx";

interface ListPageProps {
  readonly frame: Frame;
  readonly conversation: Conversation;
  readonly asked: ListAsked;
  readonly listing: Listing;
}

/** The issues that this person may see, by what he asks for. The filters are a form, and the address keeps them. */
export function ListPage({ frame, conversation, asked, listing }: ListPageProps) {
  const { reader } = conversation;
  const { issues, next, isCut } = listing;
  return (
    <Page title={NAMES.issues} frame={frame}>
      <Groups asked={asked} counts={listing.counts} />
      <Filters conversation={conversation} asked={asked} />
      <p class="hint">
        {listedCount(countOf(listing.counts, asked.state))}
        {isCut ? `（${mostFound(MOST_FOUND)}）` : ""}
      </p>
      {issues.length === 0 ? null : (
        <p>
          <a href={fileAddress(asked, "xlsx")} download>
            {EXPORT}
          </a>{" "}
          {reader.seesInternal ? (
            <a href={fileAddress(asked, "docx")} download>
              {EXPORT_DUTIES}
            </a>
          ) : null}
        </p>
      )}
      {issues.length === 0 ? (
        <p>{NOTHING_LISTED}</p>
      ) : (
        <Table views={issues.map((one) => reader.issue(one))} isStaff={isStaff(conversation.actor)} />
      )}
      <nav class="pages">
        {asked.before === undefined ? null : <a href={addressWith(asked, {})}>{NAMES.newest}</a>}
        {next === null ? null : (
          <a href={addressWith(asked, { before: String(next) })} rel="next">
            {NAMES.older}
          </a>
        )}
      </nav>
    </Page>
  );
}

const ALL_GROUPS = Object.keys(GROUPS) as readonly Group[];

function countOf(counts: ReadonlyMap<State, number>, group: Group | undefined): number {
  const states = group === undefined ? [...counts.keys()] : statesOf(group);
  return states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
}

/** How many there are in each state, each a link to them. */
function Groups({ asked, counts }: { readonly asked: ListAsked; readonly counts: ReadonlyMap<State, number> }) {
  const groups: readonly (Group | undefined)[] = [undefined, ...ALL_GROUPS];
  return (
    <nav class="groups" aria-label={NAMES.state}>
      {groups.map((group) => (
        <a
          key={group ?? ""}
          href={addressWith(asked, { state: group })}
          aria-current={asked.state === group ? "true" : undefined}
        >
          {group === undefined ? NAMES.all : GROUPS[group]} <b>{countOf(counts, group)}</b>
        </a>
      ))}
    </nav>
  );
}

function Filters({ conversation, asked }: Pick<ListPageProps, "conversation" | "asked">) {
  const { org } = conversation.ctx.park;
  const staff = isStaff(conversation.actor);
  return (
    <form method="get" action="/issues" class="filters">
      {asked.state === undefined ? null : <input type="hidden" name="state" value={asked.state} />}
      <label>
        <span>{NAMES.words}</span>
        <input type="search" name="words" value={asked.words ?? ""} maxLength={100} />
      </label>
      {staff ? <Choice name="department" among={org.departments} chosen={asked.department} /> : null}
      <Choice name="category" among={org.categories} chosen={asked.category} />
      {staff ? <Choice name="company" among={org.enterprises} chosen={asked.company} /> : null}
      <Choice
        name="urgency"
        among={URGENCIES.map((code) => ({ code, name: URGENCY_WORDS[code] }))}
        chosen={asked.urgency}
      />
      <label class="check">
        <input type="checkbox" name="overdue" value="1" checked={asked.overdue !== undefined} />
        <span>{NAMES.overdue}</span>
      </label>
      <button type="submit">{NAMES.filter}</button>
      <a href="/issues">{NAMES.clear}</a>
    </form>
  );
}

interface ChoiceProps {
  readonly name: "department" | "category" | "company" | "urgency";
  readonly among: readonly { readonly code: string; readonly name: string }[];
  readonly chosen: string | undefined;
}

function Choice({ name, among, chosen }: ChoiceProps) {
  return (
    <label>
      <span>{NAMES[name]}</span>
      <select name={name}>
        <option value="">{NAMES.all}</option>
        {among.map((one) => (
          <option key={one.code} value={one.code} selected={one.code === chosen}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
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
        {markWords(view).map((word) => (
          <span key={word} class="mark">
            {word}
          </span>
        ))}
        <a href={`/issues/${view.id}`}>{view.title}</a>
      </td>
      {staff ? <td data-head={NAMES.company}>{view.company}</td> : null}
      <td data-head={NAMES.department}>{view.department}</td>
      <td data-head={NAMES.state}>{shortState(view)}</td>
      <td data-head={NAMES.due}>{view.due === null || isOver ? "" : `${lightMark(view)}${view.due}`}</td>
    </tr>
  );
}
