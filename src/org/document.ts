import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

/** One thing to mend. `path` is like `people[3].dingtalk`, counted from 0; the message says what to do. */
export interface OrgError {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export type Path = readonly (string | number)[];

export function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? part : `${text}.${part}`;
  }, "");
}

/** The file as plain data, with what is needed to talk about it. */
export interface OrgDocument {
  /** Empty values (`aliases:` with nothing after it) are left out. */
  readonly data: unknown;
  readonly errors: readonly OrgError[];
  /** Paths whose value cannot be had, such as a missing environment variable: nothing more needs to be said about them. */
  readonly unset: readonly Path[];
  /** The line of the deepest part of the path that is in the file. */
  lineOf(path: Path): number;
  /** Whether the value at this path is written with `${NAME}`. */
  isFromEnvironment(path: Path): boolean;
  /** A number or a boolean as it is written, with its leading zeros. */
  sourceOf(path: Path): string | undefined;
}

/** Where the library's own sentence is for programmers. */
const YAML_MESSAGES: Readonly<Partial<Record<string, string>>> = {
  MULTIPLE_DOCS: "a second document begins here: take the line `---` away",
  RESOURCE_EXHAUSTION: "the file is nested too deeply to be read",
};

/** How an org file is read, to be looked at or to be changed. */
export const YAML_OPTIONS = {
  version: "1.2",
  schema: "core",
  merge: false,
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "error",
} as const;

const MOST_BYTES = 1024 * 1024;
const DEEPEST = 16;

interface Refusal {
  readonly errors: readonly OrgError[];
}

/** Reads YAML 1.2. A text that cannot be read as one mapping gives errors alone. */
export function readDocument(text: string, env: Readonly<Record<string, string | undefined>>): OrgDocument | Refusal {
  if (Buffer.byteLength(text) > MOST_BYTES)
    return refuse("the file is larger than 1 MB: an org file is a list of people and chats");
  const counter = new LineCounter();
  const parsed = parseYaml(text, counter);
  if ("errors" in parsed) return parsed;
  const { contents } = parsed;
  if (contents === null || (isScalar(contents) && (contents.value === null || contents.value === ""))) {
    return refuse("the file is empty: it needs at least `park: { name: … }`");
  }
  if (!isMap(contents))
    return refuse("the file must be a mapping that begins with a field like `park:` or `departments:`");
  const reader = new Reader(counter, env);
  const data = reader.read(contents, []);
  return {
    data,
    errors: reader.errors,
    unset: reader.unset,
    lineOf: (path) => reader.lineOf(path),
    isFromEnvironment: (path) => reader.fromEnvironment.has(pathText(path)),
    sourceOf: (path) => reader.sources.get(pathText(path)),
  };
}

function refuse(message: string): Refusal {
  return { errors: [{ path: "", line: 1, message }] };
}

function parseYaml(text: string, lineCounter: LineCounter): { readonly contents: Node | null } | Refusal {
  try {
    const { errors, contents } = parseDocument(text, { ...YAML_OPTIONS, lineCounter });
    if (errors.length === 0) return { contents };
    const lines = new Map(
      errors.map(({ pos, code, message: found }) => {
        const message = YAML_MESSAGES[code] ?? `this is not valid YAML: ${found}`;
        const line = Math.max(1, lineCounter.linePos(pos[0]).line);
        return [`${line} ${message}`, { path: "", line, message }];
      }),
    );
    return { errors: [...lines.values()].toSorted((one, other) => one.line - other.line) };
  } catch {
    // The parser is recursive: only a text that is nested thousands of levels deep gets here.
    return refuse("the file is nested too deeply to be read");
  }
}

/** Turns nodes into data by itself, because the library's own way expands aliases and forgets where things stand. */
class Reader {
  readonly errors: OrgError[] = [];
  readonly unset: Path[] = [];
  readonly fromEnvironment = new Set<string>();
  readonly sources = new Map<string, string>();
  readonly #lines = new Map<string, number>();

  constructor(
    readonly counter: LineCounter,
    readonly env: Readonly<Record<string, string | undefined>>,
  ) {}

  read(node: unknown, path: Path): unknown {
    if (path.length > DEEPEST) return this.#giveUp(path, "is nested too deeply");
    if (isMap(node)) return this.#readMap(node.items, path);
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        const place = [...path, index];
        this.#remember(place, item);
        return this.read(item, place);
      });
    }
    if (isAlias(node)) return this.#giveUp(path, `uses the alias *${node.source}: write the value out instead`);
    if (!isScalar(node)) return this.#giveUp(path, "must be a value, a list or a mapping");
    if (typeof node.value === "string") return this.#substitute(node.value, path);
    if (node.value !== null && node.source !== undefined) this.sources.set(pathText(path), node.source);
    return node.value;
  }

  lineOf(path: Path): number {
    for (let length = path.length; length > 0; length -= 1) {
      const line = this.#lines.get(pathText(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  }

  #readMap(items: readonly unknown[], path: Path): object {
    const fields = new Map<string, unknown>();
    for (const item of items) {
      if (!isPair(item)) continue;
      const key = isScalar(item.key) && item.key.value !== null ? String(item.key.value) : undefined;
      if (key === undefined) {
        this.#fail(path, "has a field without a plain name");
        continue;
      }
      const place = [...path, key];
      const line = this.#remember(place, item.key);
      if (fields.has(key)) {
        this.errors.push({
          path: pathText(place),
          line,
          message: "is written twice in one mapping: keep one of the two",
        });
        continue;
      }
      const value = this.read(item.value, place);
      fields.set(key, value === null ? undefined : value);
    }
    return Object.fromEntries([...fields].filter(([, value]) => value !== undefined));
  }

  #substitute(text: string, path: Path): string {
    let complete = true;
    const value = text.replace(/\$\{([^}]*)\}/gu, (whole, name: string) => {
      this.fromEnvironment.add(pathText(path));
      const found = Object.hasOwn(this.env, name) ? this.env[name] : undefined;
      if (found !== undefined && found !== "") return found;
      this.#fail(path, `needs the environment variable ${name}, which is not set: set it, for example in .env`);
      complete = false;
      return whole;
    });
    if (!complete) this.unset.push(path);
    return value;
  }

  /** Keeps the first line of a path, and returns the line of this node. */
  #remember(path: Path, node: unknown): number {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
    const line = range ? this.counter.linePos(range[0]).line : this.lineOf(path);
    const key = pathText(path);
    if (!this.#lines.has(key)) this.#lines.set(key, line);
    return line;
  }

  /** For a value that cannot be had: whatever else would be said about it is noise. */
  #giveUp(path: Path, message: string): undefined {
    this.#fail(path, message);
    this.unset.push(path);
  }

  #fail(path: Path, message: string): void {
    this.errors.push({ path: pathText(path), line: this.lineOf(path), message });
  }
}
