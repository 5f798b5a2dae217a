import type { ComponentChildren } from "preact";
import type { Block, Card, Entry, Field } from "../messages/card.ts";
import { onPages } from "../messages/card.ts";

/** A card as a part of a page. Every string becomes text: preact escapes it. What can be done next are the page's forms. */
export function CardView({ card }: { readonly card: Card }) {
  return <div class="card">{onPages(card).blocks.map((block) => blockView(block, linked))}</div>;
}

/** The same for who has no pages of other issues: a number leads nowhere. */
export function PlainCardView({ card }: { readonly card: Card }) {
  return <div class="card">{onPages(card).blocks.map((block) => blockView(block, (text) => text))}</div>;
}

/** What a form came to, above its page. `view`: how its card is shown; what stands below it belongs to it. */
export function SaidView({
  said,
  view: View = CardView,
  children,
}: {
  readonly said: Card | null;
  readonly view?: typeof CardView;
  readonly children?: ComponentChildren;
}) {
  if (said === null) return null;
  return (
    <div role="status" class="said">
      <View card={said} />
      {children}
    </div>
  );
}

type Numbers = (text: string) => ComponentChildren;

function blockView(block: Block, numbered: Numbers): ComponentChildren {
  switch (block.kind) {
    case "title":
      return <h2>{numbered(block.text)}</h2>;
    case "text":
      return <p class="lines">{numbered(block.text)}</p>;
    case "said":
      return (
        <figure>
          {block.by === undefined ? null : <figcaption>{block.by}</figcaption>}
          <blockquote class="lines">{block.text}</blockquote>
        </figure>
      );
    case "fields":
      return fieldsView(block.fields, numbered);
    case "list":
      return <ul>{block.items.map((item) => entryView(item, numbered))}</ul>;
    case "mention":
      return <p>{block.people.map((one) => one.name).join("、")}</p>;
    case "hint":
      return <p class="hint lines">{block.text}</p>;
    case "link":
      return (
        <p>
          <a href={block.url}>{block.text}</a>
        </p>
      );
    case "divider":
      return <hr />;
    case "actions":
    case "choices":
      return null;
  }
}

function fieldsView(fields: readonly Field[], numbered: Numbers) {
  return (
    <dl>
      {fields.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class="lines">{numbered(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function entryView(entry: Entry, numbered: Numbers) {
  const [line = "", ...below] = typeof entry === "string" ? [entry] : entry;
  return (
    <li key={line}>
      {numbered(line)}
      {below.map((one) => (
        <small key={one}>{numbered(one)}</small>
      ))}
    </li>
  );
}

const NUMBER = /(#\d{1,9})/u;

/** The number of an issue leads to its page; who may not see it, learns there no more than here. */
function linked(text: string): ComponentChildren {
  return text.split(NUMBER).map((part) => (NUMBER.test(part) ? <a href={`/issues/${part.slice(1)}`}>{part}</a> : part));
}
