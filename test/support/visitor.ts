import { chatWordsIn } from "./chat-words.ts";
import type { Park } from "./park.ts";

/** A page as somebody got it. */
export interface Visited {
  readonly status: number;
  readonly html: string;
  /** What stands on it, without its tags; of lists and tables each entry on a line. */
  readonly text: string;
  /** Where the answer leads. */
  readonly to: string | null;
}

/** What people read of a page. */
function textOf(html: string): string {
  return html
    .replace(/<(?:head|option|select)[\s>].*?<\/(?:head|option|select)>/gs, "")
    .replace(/<\/(?:p|li|tr|h\d|div|dd|summary|blockquote|section)>/g, "\n")
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/[^\S\n]+/g, " ");
}

/** Where the board is. */
type Site = { readonly app: Pick<Park["app"], "url"> };

/** Somebody's browser at the board, without any script. */
export class Visitor {
  readonly #park: Site;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #cookies = new Map<string, string>();
  /** What the server wanted kept, as it said so. */
  readonly kept: string[] = [];

  /** `headers`: what the browser sends beside its cookies. */
  constructor(park: Site, headers: Readonly<Record<string, string>> = {}) {
    this.#park = park;
    this.#headers = headers;
  }

  /** Signs in by the link that 看板 brings in a direct chat. */
  static async at(park: Park, person: string): Promise<Visitor> {
    const visitor = new Visitor(park);
    await visitor.open(linkIn(await park.say(person, "direct", "看板")));
    return visitor;
  }

  /** Signs in by the name alone, as the sandbox lets anybody. */
  static async as(park: Park, person: string): Promise<Visitor> {
    const visitor = new Visitor(park);
    await visitor.enter(person);
    return visitor;
  }

  enter(person: string): Promise<Visited> {
    return this.#ask("/login/sandbox", new URLSearchParams({ person }));
  }

  open(path: string): Promise<Visited> {
    return this.#ask(path);
  }

  /** Opens it, and what it leads to. */
  async follow(path: string): Promise<Visited> {
    const visited = await this.open(path);
    return visited.to === null ? visited : this.follow(visited.to);
  }

  /** Sends the form of a move as its page has it, with these words in its fields; gives the page behind it. */
  async send(issueId: number, action: string, fields: Readonly<Record<string, string>> = {}): Promise<Visited> {
    const { html } = await this.open(`/issues/${issueId}`);
    return this.sendForm(issueId, { ...hiddenIn(html, action), ...fields });
  }

  /** Sends these fields, whatever page they are from. */
  async sendForm(issueId: number, fields: Readonly<Record<string, string>>): Promise<Visited> {
    const sent = await this.post(`/issues/${issueId}`, fields);
    return sent.to === null ? sent : this.follow(sent.to);
  }

  /** Sends these fields there, and does not go where that leads. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Visited> {
    return this.#ask(path, new URLSearchParams(fields));
  }

  /** Sends a form with a file, and does not go where that leads. */
  upload(path: string, fields: Readonly<Record<string, string>>, file?: File): Promise<Visited> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    if (file !== undefined) form.set("file", file);
    return this.#ask(path, form);
  }

  /** Sends a form with pictures and files, its words first, and does not go where that leads. */
  attach(path: string, fields: Readonly<Record<string, string>>, files: readonly File[]): Promise<Visited> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    for (const file of files) form.append("files", file);
    return this.#ask(path, form);
  }

  /** Sends a body as it is, of whatever type it says to be. */
  async sendRaw(path: string, type: string, body: string): Promise<Visited> {
    return this.#ask(path, body, { "content-type": type });
  }

  /** A file, and how it says that it is to be called. `fields`: of the form that asks for it. */
  async download(
    path: string,
    fields?: Readonly<Record<string, string>>,
  ): Promise<{ readonly bytes: Buffer; readonly header: string }> {
    const response = await this.#fetch(path, fields === undefined ? undefined : new URLSearchParams(fields));
    return {
      bytes: Buffer.from(await response.arrayBuffer()),
      header: response.headers.get("content-disposition") ?? "",
    };
  }

  /** Whatever is there, with its headers. */
  async fetch(path: string): Promise<{
    readonly status: number;
    readonly bytes: Buffer;
    readonly headers: Readonly<Record<string, string>>;
  }> {
    const response = await this.#fetch(path);
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, bytes, headers: Object.fromEntries(response.headers) };
  }

  async #fetch(
    path: string,
    form?: URLSearchParams | FormData | string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const response = await fetch(new URL(path, this.#park.app.url), {
      redirect: "manual",
      headers: {
        ...this.#headers,
        ...headers,
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      },
      ...(form !== undefined && { method: "POST", body: form }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  async #ask(
    path: string,
    form?: URLSearchParams | FormData | string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Visited> {
    const response = await this.#fetch(path, form, headers);
    const html = await response.text();
    const taught = chatWordsIn(html.split(/<[^>]*>/));
    if (taught !== undefined) throw new Error(`${path} speaks in words of a chat: ${taught}`);
    return { status: response.status, html, text: textOf(html), to: response.headers.get("location") };
  }

  #keep(line: string): void {
    this.kept.push(line);
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === "" || /expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

/** The path of the link in a message. */
export function linkIn(message: string): string {
  const found = /\/login\/link\/\w+/.exec(message)?.[0];
  if (found === undefined) throw new Error(`no link in ${message}`);
  return found;
}

/** The hidden fields of the form that makes a move. Throws where the page has none. */
export function hiddenIn(html: string, action: string): Record<string, string> {
  const form = html.split("<form").find((part) => part.includes(`name="action" value="${action}"`));
  if (form === undefined) throw new Error(`no form for ${action}`);
  const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value]));
}

/** The moves for which a page has a form. */
export function movesOn(html: string): readonly string[] {
  return [...html.matchAll(/name="action" value="(\w+)"/g)].map(([, name = ""]) => name);
}

/** The value of a hidden field of the page's first form that has it. Throws where there is none. */
export function hiddenValue(html: string, name: string): string {
  const found = new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
}
