import type { Conversation } from "../chat/conversation.ts";
import { isStaff } from "../domain/issue/issue.ts";
import { dateOf } from "../domain/park/instants.ts";
import { URGENCIES } from "../domain/park/org.ts";
import { NAMES } from "../messages/zh-cn/board.ts";
import { chosenText, FACETS, SORT, SORT_NOTES, SORTS, themeDayName } from "../messages/zh-cn/board-list.ts";
import { URGENCY_WORDS } from "../messages/zh-cn/terms.ts";
import { readThemeDays } from "../store/theme-days.ts";
import type { Listing } from "./list.ts";
import {
  SORTS as ALL_SORTS,
  addressWith,
  hasWords,
  type ListAsked,
  type Sort,
  sortOf,
  usualSort,
} from "./list-asked.ts";

/** The filters of the list, each value with how many there would be, and its order. All of it is a form and links. */

const MANY = ["department", "category", "company", "urgency", "themeDay"] as const;
type Many = (typeof MANY)[number];

/** A value of a filter, and how many there would be. */
interface Option {
  readonly value: string;
  readonly name: string;
  readonly count: number;
  readonly chosen: boolean;
}

export type Options = Readonly<Record<Many, readonly Option[]>>;

/** Of a filter with more than these the fullest are shown as boxes; of the others one can be added at a time. */
const MOST_BOXES = 40;

/** What can be asked for, the fullest first: what there is none of is left out, unless it is asked for. */
export async function optionsFor(conversation: Conversation, asked: ListAsked, listing: Listing): Promise<Options> {
  const { ctx, reader } = conversation;
  const { timeZone } = ctx.park.org.park;
  const held = [...listing.counts.themeDay.keys(), ...(asked.themeDay ?? [])].filter((one) => one !== "").map(Number);
  const days = new Map(
    (await readThemeDays(ctx.db, held)).map(({ id, number, theme, at }) => [
      String(id),
      themeDayName(number, theme, dateOf(at, timeZone)),
    ]),
  );
  const names: Readonly<Record<Many, (value: string) => string>> = {
    department: (value) => reader.department(value),
    category: (value) => reader.category(value),
    company: (value) => reader.company(value),
    urgency: (value) => URGENCY_WORDS[URGENCIES.find((one) => one === value) ?? "normal"],
    themeDay: (value) => days.get(value) ?? value,
  };
  return Object.fromEntries(
    MANY.map((name) => {
      const chosen = (asked[name] ?? []).map(String);
      const counts = listing.counts[name];
      const values = [...new Set([...counts.keys(), ...chosen])].filter((value) => value !== "");
      const options = values.map((value) => ({
        value,
        name: names[name](value),
        count: counts.get(value) ?? 0,
        chosen: chosen.includes(value),
      }));
      return [name, options.toSorted((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count)];
    }),
  ) as unknown as Options;
}

interface FiltersProps {
  readonly conversation: Conversation;
  readonly asked: ListAsked;
  readonly listing: Listing;
  readonly options: Options;
}

export function Filters({ conversation, asked, listing, options }: FiltersProps) {
  const shown = MANY.filter((name) => isStaff(conversation.actor) || (name !== "department" && name !== "company"));
  return (
    <form method="get" action="/issues" class="filters">
      {(asked.state ?? []).map((one) => (
        <input key={one} type="hidden" name="state" value={one} />
      ))}
      {asked.sort === undefined ? null : <input type="hidden" name="sort" value={asked.sort} />}
      <label>
        <span>{NAMES.words}</span>
        <input type="search" name="words" value={asked.words ?? ""} maxLength={100} />
      </label>
      {shown.map((name) => (
        <Facet key={name} name={name} options={options[name]} />
      ))}
      {(["overdue", "held"] as const).map((name) => (
        <label key={name} class="check">
          <input type="checkbox" name={name} value="1" checked={asked[name] !== undefined} />
          <span>
            {FACETS[name]} <b>{listing.counts[name].get("true") ?? 0}</b>
          </span>
        </label>
      ))}
      <button type="submit">{NAMES.filter}</button>
    </form>
  );
}

/** Several values of one filter, each a box. */
function Facet({ name, options }: { readonly name: Many; readonly options: readonly Option[] }) {
  const chosen = options.filter((one) => one.chosen);
  const [first] = chosen;
  const boxes = options.slice(0, Math.max(MOST_BOXES, chosen.length));
  const others = options.slice(boxes.length);
  return (
    <details class={chosen.length > 0 ? "facet chosen" : "facet"}>
      <summary>
        <span>{FACETS[name]}</span>
        {first === undefined ? FACETS.any : chosenText(first.name, chosen.length)}
      </summary>
      <div class="options">
        {options.length === 0 ? <p class="hint">{FACETS.none}</p> : null}
        {boxes.map((one) => (
          <label key={one.value} class="check">
            <input type="checkbox" name={name} value={one.value} checked={one.chosen} />
            <span>
              {one.name} <b>{one.count}</b>
            </span>
          </label>
        ))}
        {others.length === 0 ? null : (
          <label>
            <span>{FACETS.others}</span>
            <select name={name}>
              <option value="">{FACETS.any}</option>
              {others.map((one) => (
                <option key={one.value} value={one.value}>{`${one.name}（${one.count}）`}</option>
              ))}
            </select>
          </label>
        )}
      </div>
    </details>
  );
}

/** What is asked for in words, each a link to the same without it. */
export function Chosen({ asked, options }: Pick<FiltersProps, "asked" | "options">) {
  const many = MANY.flatMap((name) =>
    options[name]
      .filter((one) => one.chosen)
      .map((one) => ({ name, text: `${FACETS[name]}：${one.name}`, without: withoutValue(asked, name, one.value) })),
  );
  const single = (["overdue", "held"] as const).flatMap((name) =>
    asked[name] === undefined ? [] : [{ name, text: FACETS[name], without: addressWith(asked, { [name]: undefined }) }],
  );
  const words =
    (asked.words ?? "").trim() === ""
      ? []
      : [{ name: "words", text: `${FACETS.words}：${asked.words}`, without: addressWith(asked, { words: undefined }) }];
  const all = [...words, ...many, ...single];
  if (all.length === 0) return null;
  return (
    <p class="chosen-list">
      <span class="hint">{FACETS.chosen}</span>
      {all.map(({ text, without }) => (
        <a key={text} href={without} class="chip">
          {text}
          <span aria-hidden="true"> ×</span>
          <span class="unseen">{FACETS.remove}</span>
        </a>
      ))}
      <a href="/issues">{NAMES.clear}</a>
    </p>
  );
}

function withoutValue(asked: ListAsked, name: Many, value: string): string {
  const rest = (asked[name] ?? []).map(String).filter((one) => one !== value);
  return addressWith({ ...asked, [name]: rest.length === 0 ? undefined : rest } as ListAsked, {});
}

export function Sorts({ asked, staff }: { readonly asked: ListAsked; readonly staff: boolean }) {
  const sort = sortOf(asked);
  const orders = ALL_SORTS.filter((one) => (one === "best" ? hasWords(asked) : staff || !ONLY_STAFF.has(one)));
  const note = SORT_NOTES[sort];
  return (
    <nav class="sorts" aria-label={SORT}>
      <span class="hint">{SORT}</span>
      {orders.map((one) => (
        <a
          key={one}
          href={addressWith(asked, { sort: one === usualSort(asked) ? undefined : one })}
          aria-current={one === sort ? "true" : undefined}
        >
          {SORTS[one]}
        </a>
      ))}
      {note === undefined ? null : <small>{note}</small>}
    </nav>
  );
}

/** What has one company, and shows no lights. */
const ONLY_STAFF: ReadonlySet<Sort> = new Set(["overdue", "company", "department"]);
