import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { isCoordinator, isStaff } from "../domain/issue/issue.ts";
import type { Person } from "../domain/park/org.ts";
import { CHANGED, NAMES, ROLE_NAMES, SITE } from "../messages/zh-cn/board.ts";
import { mayEnter } from "./admin/may.ts";

/** What every page of somebody who is signed in has around it. */
export interface Frame {
  readonly park: string;
  readonly person: Person;
  readonly formKey: string;
  /** Which of the pages it is. */
  readonly here: PageName;
}

type PageName = (typeof PAGES)[number][0];

const PAGES = [
  ["overview", "/"],
  ["issues", "/issues"],
  ["todo", "/todo"],
  ["commons", "/common"],
  ["themeDays", "/theme-days"],
  ["reports", "/reports"],
  ["routing", "/routing"],
  ["deliveries", "/deliveries"],
  ["admin", "/admin"],
] as const;

/** Whether a page is for this person at all: what he cannot open is not offered. */
function isFor(name: PageName, person: Person): boolean {
  switch (name) {
    case "deliveries":
    case "routing":
      return isCoordinator(person);
    case "admin":
      return mayEnter(person);
    case "commons":
      return isStaff(person);
    case "reports":
      return isCoordinator(person) || person.role === "leader";
    default:
      return true;
  }
}

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
      <PageHead title={title} park={park}>
        {look === undefined ? null : <link rel="stylesheet" href="/doors.css" />}
        {everySeconds === undefined ? null : <meta http-equiv="refresh" content={String(everySeconds)} />}
      </PageHead>
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

interface PageProps {
  readonly title: string;
  /** What stands before it on the page. */
  readonly marks?: ComponentChildren;
  readonly frame: Frame;
  /** What the page loads beside what every page does. */
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}

/** A page of the board. */
export function Page({ title, marks, frame, scripts = [], children }: PageProps) {
  return (
    <html lang="zh-CN">
      <PageHead title={title} park={frame.park} />
      <body>
        <a class="skip" href="#main">
          {NAMES.skip}
        </a>
        <Top frame={frame} />
        <p id="changed" role="status" hidden>
          {CHANGED}{" "}
          <button type="button" class="quiet">
            {NAMES.reload}
          </button>
        </p>
        <main id="main">
          <h1>
            {marks}
            {title}
          </h1>
          {children}
        </main>
        {["/board.js", ...scripts].map((one) => (
          <script key={one} type="module" src={one} />
        ))}
      </body>
    </html>
  );
}

/** Where somebody can go, and who he is. */
function Top({ frame }: Pick<PageProps, "frame">) {
  const { park, person, here } = frame;
  return (
    <header>
      <span class="park">{SITE(park)}</span>
      <nav aria-label={NAMES.board}>
        {PAGES.filter(([name]) => isFor(name, person)).map(([name, address]) => (
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
  );
}

/** Proves that a form comes from a page of this session. */
export function FormKey({ frame }: { readonly frame: Pick<Frame, "formKey"> }) {
  return <input type="hidden" name="form" value={frame.formKey} />;
}

interface HeadProps {
  readonly title: string;
  readonly park: string;
  /** Loaded anew by itself, where no script does it better. */
  readonly renewS?: number;
  readonly children?: ComponentChildren;
}

/** What every page has above what is shown of it. */
export function PageHead({ title, park, renewS, children }: HeadProps) {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · ${SITE(park)}`}</title>
      <link rel="stylesheet" href="/board.css" />
      <link rel="stylesheet" href="/board-pages.css" />
      <link rel="icon" href="data:," />
      {renewS === undefined ? null : (
        <noscript>
          <meta http-equiv="refresh" content={String(renewS)} />
        </noscript>
      )}
      {children}
    </head>
  );
}
