import type { Card } from "../../messages/card.ts";
import { ADMIN, countText, KIND_NAMES, pageText } from "../../messages/zh-cn/admin.ts";
import { PLATFORM_NAMES } from "../../messages/zh-cn/terms.ts";
import type { OrgInForce } from "../../org/desk.ts";
import { SaidView } from "../card.tsx";
import { type Frame, Page } from "../shell.tsx";
import { Head } from "../table.tsx";
import { type Entry, entriesOf, foundIn, shownValue } from "./entries.ts";
import { EntryForm } from "./entry-form.tsx";
import type { Filled } from "./filled.ts";
import { type Kind, labelOf } from "./kinds.ts";
import { mayChangePart } from "./may.ts";
import { AdminNav, Alert } from "./parts.tsx";

/** On one page, so that it is quick on an old machine. */
const MOST_ROWS = 50;

export interface TableAsked {
  readonly words: string;
  readonly page: number;
}

interface TablePageProps {
  readonly frame: Frame;
  readonly kind: Kind;
  readonly inForce: OrgInForce;
  readonly asked: TableAsked;
  readonly said: Card | null;
  /** Of a form that was not taken. */
  readonly filled: Filled | null;
  readonly alerts: readonly string[];
}

/** Everything of one kind: to be searched, added to, and opened. */
export function TablePage({ frame, kind, inForce, asked, said, filled, alerts }: TablePageProps) {
  const all = entriesOf(inForce, kind);
  const found = asked.words === "" ? all : foundIn(all, asked.words, (one) => searched(inForce, kind, one));
  const pages = Math.max(1, Math.ceil(found.length / MOST_ROWS));
  const page = Math.min(asked.page, pages);
  const may = mayChangePart(frame.person, kind.part);
  return (
    <Page title={KIND_NAMES[kind.name]} frame={frame}>
      <AdminNav here={kind.name} person={frame.person} />
      <SaidView said={said} />
      <Alert sentences={alerts} />
      {may ? (
        <details open={filled !== null}>
          <summary>{`${ADMIN.add}${KIND_NAMES[kind.name]}`}</summary>
          <section>
            <EntryForm {...{ frame, kind, inForce, filled }} entry={null} />
          </section>
        </details>
      ) : (
        <p class="hint">{ADMIN.onlyLook}</p>
      )}
      <Search kind={kind} words={asked.words} />
      <p class="hint">{countText(found.length, all.length)}</p>
      {found.length === 0 ? (
        <p>{all.length === 0 ? ADMIN.nothing : ADMIN.noneFound}</p>
      ) : (
        <Rows kind={kind} inForce={inForce} entries={found.slice((page - 1) * MOST_ROWS, page * MOST_ROWS)} />
      )}
      {pages === 1 ? null : <Pages kind={kind} words={asked.words} page={page} pages={pages} />}
    </Page>
  );
}

function Search({ kind, words }: { readonly kind: Kind; readonly words: string }) {
  return (
    <search>
      <form method="get" action={`/admin/${kind.name}`} class="filters">
        <label>
          <span>{ADMIN.words}</span>
          <input type="search" name="words" value={words} maxLength={100} />
        </label>
        <button type="submit">{ADMIN.search}</button>
      </form>
    </search>
  );
}

/** What its table shows, and its codes: what is not shown is not found either. */
function searched(inForce: OrgInForce, kind: Kind, entry: Entry): string {
  const shown = kind.columns.map((column) => cellText(inForce, kind, entry, column));
  return [...shown, entry.key].join(" ");
}

function cellText(inForce: OrgInForce, kind: Kind, { value }: Entry, column: string): string {
  if (column === "account") {
    const names = (["wecom", "dingtalk"] as const).filter((one) => value[one] !== undefined);
    return names.length === 0 ? ADMIN.nobody : names.map((one) => PLATFORM_NAMES[one]).join("、");
  }
  const field = kind.fields.find(({ name }) => name === column);
  if (field === undefined) return "";
  const text = shownValue(inForce.org, field, value[column]);
  // People belong to a unit or to a company.
  const company =
    column === "department" && kind.name === "people"
      ? kind.fields.find(({ name }) => name === "enterprise")
      : undefined;
  return text === "" && company !== undefined ? shownValue(inForce.org, company, value["enterprise"]) : text;
}

function headOf(kind: Kind, column: string): string {
  if (column === "account") return ADMIN.account;
  return column === "department" && kind.name === "people" ? labelOf(kind, "unit") : labelOf(kind, column);
}

interface RowsProps {
  readonly kind: Kind;
  readonly inForce: OrgInForce;
  readonly entries: readonly Entry[];
}

/** On a narrow screen each row becomes a card: every cell knows its head. */
function Rows({ kind, inForce, entries }: RowsProps) {
  return (
    <table class="issues admin">
      <Head of={kind.columns.map((column) => headOf(kind, column))} />
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.is}>
            {kind.columns.map((column, index) => {
              const text = cellText(inForce, kind, entry, column);
              return (
                <td key={column} data-head={headOf(kind, column)}>
                  {index === 0 ? <a href={`/admin/${kind.name}?is=${encodeURIComponent(entry.is)}`}>{text}</a> : text}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PagesProps {
  readonly kind: Kind;
  readonly words: string;
  readonly page: number;
  readonly pages: number;
}

function Pages({ kind, words, page, pages }: PagesProps) {
  const to = (number: number) => {
    const asked = new URLSearchParams({ ...(words !== "" && { words }), page: String(number) });
    return `/admin/${kind.name}?${asked}`;
  };
  return (
    <nav class="pages" aria-label={pageText(page, pages)}>
      {page > 1 ? (
        <a href={to(page - 1)} rel="prev">
          {ADMIN.earlier}
        </a>
      ) : null}
      <span>{pageText(page, pages)}</span>
      {page < pages ? (
        <a href={to(page + 1)} rel="next">
          {ADMIN.later}
        </a>
      ) : null}
    </nav>
  );
}
