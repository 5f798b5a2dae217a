import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Person } from "../domain/park/org.ts";
import { CHANGED, NAMES, ROLE_NAMES, SITE } from "../messages/zh-cn/board.ts";

/** What every page of somebody who is signed in has around it. */
export interface Frame {
  readonly park: string;
  readonly person: Person;
  readonly formKey: string;
  /** Which of the pages it is. */
  readonly here: "overview" | "issues" | "todo" | null;
}

const PAGES = [
  ["overview", "/"],
  ["issues", "/issues"],
  ["todo", "/todo"],
] as const;

/** A whole page as text. */
export function pageText(page: VNode): string {
  return `<!DOCTYPE html>${renderToString(page)}`;
}

interface SheetProps {
  readonly title: string;
  readonly park: string;
  /** What the page has a sheet of styles of its own for. */
  readonly look?: "door" | "report" | "poster" | "lobby";
  /** It is loaded anew by itself. */
  readonly everySeconds?: number;
  readonly children: ComponentChildren;
}

/** A page of its own, as the sign-in and the sentence about a fault. */
export function Sheet({ title, park, look, everySeconds, children }: SheetProps) {
  return (
    <html lang="zh-CN">
      <Head title={title} park={park}>
        {look === undefined ? null : <link rel="stylesheet" href="/doors.css" />}
        {everySeconds === undefined ? null : <meta http-equiv="refresh" content={String(everySeconds)} />}
      </Head>
      <body class={look === undefined ? "sheet" : `sheet ${look}`}>
        <main id="main">
          <p class="park">{SITE(park)}</p>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

/** A page of the board. */
export function Page({ title, frame, children }: { title: string; frame: Frame; children: ComponentChildren }) {
  const { park, person, here } = frame;
  return (
    <html lang="zh-CN">
      <Head title={title} park={park} />
      <body>
        <a class="skip" href="#main">
          {NAMES.skip}
        </a>
        <header>
          <span class="park">{SITE(park)}</span>
          <nav aria-label={NAMES.board}>
            {PAGES.map(([name, address]) => (
              <a key={name} href={address} aria-current={name === here ? "page" : undefined}>
                {NAMES[name]}
              </a>
            ))}
          </nav>
          <form method="post" action="/logout" class="who">
            <FormKey frame={frame} />
            <span>
              {person.name}
              <small>{ROLE_NAMES[person.role]}</small>
            </span>
            <button type="submit" class="quiet">
              {NAMES.signOut}
            </button>
          </form>
        </header>
        <p id="changed" role="status" hidden>
          {CHANGED}{" "}
          <button type="button" class="quiet">
            {NAMES.reload}
          </button>
        </p>
        <main id="main">
          <h1>{title}</h1>
          {children}
        </main>
        <script type="module" src="/board.js" />
      </body>
    </html>
  );
}

/** Proves that a form comes from a page of this session. */
export function FormKey({ frame }: { readonly frame: Pick<Frame, "formKey"> }) {
  return <input type="hidden" name="form" value={frame.formKey} />;
}

function Head({ title, park, children }: Pick<SheetProps, "title" | "park"> & { children?: ComponentChildren }) {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · ${SITE(park)}`}</title>
      <link rel="stylesheet" href="/board.css" />
      <link rel="icon" href="data:," />
      {children}
    </head>
  );
}
