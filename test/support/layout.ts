import { dirname, join } from "node:path/posix";

/** What a folder of `src` (or a file directly in it) may import. */
export interface LayoutRule {
  /** Folders whose files may be imported, also as `chat/understand`, or single files as `platforms/platform`. `*` stands for everything. */
  readonly may: readonly string[];
  /** Packages from the registry. `*` stands for every one. */
  readonly foreign: readonly string[];
  /** Modules of Node; `*` unless told. */
  readonly node?: readonly string[];
}

/** By folder, or by the name of a file directly in `src`. */
export type LayoutTable = Readonly<Record<string, LayoutRule>>;

/** Source texts by their path below `src`, for example `http/server.ts`. */
export type Sources = ReadonlyMap<string, string>;

/** What puts the parts together: it alone knows the platforms and the sandbox. */
const COMPOSERS = ["app.ts", "connect.ts", "opened.ts", "stop.ts"];

const LINE_LIMIT = 300;

/** Every breach of the layout, as sentences that begin with the file. */
export function breaches(sources: Sources, table: LayoutTable): string[] {
  const files = [...sources].map(([path, source]) => ({ path, source, code: withoutComments(source) }));
  return [
    ...files.flatMap(({ path }) => (table[unitOf(path)] ? [] : [`${path}: ${unitOf(path)} is not in the folder list`])),
    ...files.flatMap(({ path, code }) => importsOf(code).flatMap((target) => importBreach(path, target, table))),
    ...files.flatMap(({ path, source, code }) => textBreaches(path, source, code)),
    ...cycles(new Map(files.map(({ path, code }) => [path, relativeImports(path, code)]))),
  ];
}

function importBreach(path: string, target: string, table: LayoutTable): string[] {
  const own = unitOf(path);
  const rule = table[own];
  if (rule === undefined) return [];
  if (target.startsWith("node:")) {
    return allows(rule.node ?? ["*"], target) ? [] : [`${path}: ${own} may not import ${target}`];
  }
  if (!target.startsWith(".")) {
    const name = packageOf(target);
    return allows(rule.foreign, name) ? [] : [`${path}: ${own} may not import the package ${name}`];
  }
  const file = join(dirname(path), target);
  if (file.startsWith("..")) return [`${path}: ${target} is outside src`];
  const sentence = `${path}: ${own} may not import ${file}`;
  const platform = folderIn("platforms", file);
  if (platform !== undefined && folderIn("platforms", path) !== platform && !COMPOSERS.includes(path))
    return [sentence];
  const feature = folderIn("features", file);
  if (feature !== undefined && own === "features" && feature !== folderIn("features", path)) {
    return [`${path}: ${dirname(path)} may not import ${file}`];
  }
  if (unitOf(file) === "sandbox" && own !== "sandbox" && !COMPOSERS.includes(path)) return [sentence];
  const allowed =
    unitOf(file) === own ||
    allows(rule.may, unitOf(file)) ||
    rule.may.some((one) => file === `${one}.ts` || file.startsWith(`${one}/`));
  return allowed ? [] : [sentence];
}

function allows(list: readonly string[], name: string): boolean {
  return list.includes("*") || list.includes(name);
}

function textBreaches(path: string, source: string, code: string): string[] {
  const found: string[] = [];
  const lines = source.trimEnd().split("\n").length;
  if (lines > LINE_LIMIT) found.push(`${path}: ${lines} lines, more than ${LINE_LIMIT}`);
  if (/^\s*export\s+(type\s+)?(\*|\{[^}]*\})[^;]*\sfrom\s/m.test(code))
    found.push(`${path}: exports what is another file's`);
  if (path !== "config.ts" && /\bprocess\s*(\?\.|\.)\s*env\b|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/.test(code)) {
    found.push(`${path}: reads process.env`);
  }
  if (!isChinesePlace(path) && /\p{Script=Han}/u.test(code)) {
    found.push(`${path}: holds Chinese outside of the catalogue`);
  }
  if (
    path !== "shared/clock.ts" &&
    /\bDate\s*\.\s*now\b|(?<!\.)\bnew\s+Date\s*(\(\s*\)|(?![\w(\s<]))|DateTime\s*\.\s*now\b/.test(code)
  ) {
    found.push(`${path}: reads the machine's time`);
  }
  if (unitOf(path) === "store" && /(?<![.\w])now\(\)(?!\s*[:{])|\.defaultNow\(/.test(code))
    found.push(`${path}: lets SQL read the time`);
  if (unitOf(path) === "domain" && /\b(await|async)\b/.test(code)) found.push(`${path}: waits, but the domain is pure`);
  return found;
}

/** Each circle once, told from its first file in the alphabet. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>();
  const finished = new Set<string>();
  const trail: string[] = [];
  function visit(path: string): void {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const circle = trail.slice(start);
      const first = circle.indexOf([...circle].sort()[0] ?? "");
      const turned = [...circle.slice(first), ...circle.slice(0, first)];
      found.add(`${turned[0]}: imports itself by way of ${[...turned.slice(1), turned[0]].join(" → ")}`);
      return;
    }
    if (finished.has(path)) return;
    trail.push(path);
    for (const next of graph.get(path) ?? []) visit(next);
    trail.pop();
    finished.add(path);
  }
  for (const path of graph.keys()) visit(path);
  return [...found];
}

/** The folder directly below `src`, or the file when it lies directly there. */
function unitOf(path: string): string {
  return path.split("/")[0] ?? path;
}

/** The catalogue and what reads Chinese, and the simulated chats; the sample park is no code. */
function isChinesePlace(path: string): boolean {
  return /(?:^|\/)zh-cn/.test(path) || path.startsWith("sandbox/");
}

/** The folder inside this one in which a file stands: `wecom` in `platforms`; undefined for a file beside such folders. */
function folderIn(outer: string, path: string): string | undefined {
  const [folder, inner, ...rest] = path.split("/");
  return folder === outer && rest.length > 0 ? inner : undefined;
}

function packageOf(target: string): string {
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}

function relativeImports(path: string, code: string): string[] {
  return importsOf(code).flatMap((target) => (target.startsWith(".") ? [join(dirname(path), target)] : []));
}

/** The targets of every import and re-export, types included. */
function importsOf(code: string): string[] {
  const statements = /^\s*(?:import|export)\b(?:[^"';()=]*\bfrom\b)?\s*(["'])([^"'\n]+)\1/gm;
  const calls = /\b(?:import|require)\s*\(\s*(["'])([^"'\n]+)\1/g;
  return [...code.matchAll(statements), ...code.matchAll(calls)].flatMap(([, , target]) => target ?? []);
}

/** The code with its comments taken out. Strings stay as they are, because an address in one looks like a comment. */
function withoutComments(source: string): string {
  const tokens = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return source.replace(tokens, (_all, text: string | undefined) => text ?? "");
}

/** The packages that are loaded as soon as a file is: through what it imports but for types, and not by what is imported when it is needed. */
export function loadedBy(sources: Sources, entry: string): ReadonlySet<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const walk = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const target of valueImports(withoutComments(sources.get(path) ?? ""))) {
      if (target.startsWith(".")) walk(join(dirname(path), target));
      else if (!target.startsWith("node:")) packages.add(packageOf(target));
    }
  };
  walk(entry);
  return packages;
}

function valueImports(code: string): string[] {
  const statements = /^\s*import\s+(?!type\b)(?:([^"';()=]*)\bfrom\s*)?(["'])([^"'\n]+)\2/gm;
  return [...code.matchAll(statements)].flatMap(([, what = "*", , target = ""]) => {
    const named = /^\s*\{([^}]*)\}\s*$/.exec(what)?.[1]?.split(",") ?? ["*"];
    return named.every((one) => /^\s*(?:type\b.*)?$/s.test(one)) ? [] : [target];
  });
}
