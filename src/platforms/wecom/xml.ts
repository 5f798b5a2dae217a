import { XMLParser } from "fast-xml-parser";

/** What stands in an element, by name: a text, an element, or a list where a name comes several times. */
export type XmlFields = Readonly<Record<string, unknown>>;

/** `unsafe`: longer, deeper or wider than any callback, or with declarations, which a callback never has. */
export type ReadXml = { readonly kind: "xml"; readonly fields: XmlFields } | { readonly kind: "malformed" | "unsafe" };

/** A callback's text has 2,048 bytes at most, its encrypted form less than ten times that. */
const MOST_CHARACTERS = 200_000;
const MOST_DEPTH = 8;
const MOST_TAGS = 500;

const CDATA = "<![CDATA[";

/** Entities stand as they are written, and every value stays a string: ids have leading zeros and more digits than a number. */
const parser = new XMLParser({
  processEntities: false,
  htmlEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: MOST_DEPTH + 1,
});

/** Reads `<xml>…</xml>`, with whatever white space around it. Never throws. */
export function readXml(text: string): ReadXml {
  if (text.length > MOST_CHARACTERS) return { kind: "unsafe" };
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  const problem = problemOf(trimmed);
  if (problem !== null) return { kind: problem };
  try {
    const fields = fieldsOf(fieldsOf(parser.parse(trimmed, true))["xml"]);
    return Object.keys(fields).length === 0 ? { kind: "malformed" } : { kind: "xml", fields };
  } catch {
    return { kind: "malformed" };
  }
}

/**
 * Counts elements and their depth before anything is built from them. A declaration (`<!DOCTYPE`, `<!ENTITY`) is never
 * handed to the parser; inside CDATA the same letters are somebody's words.
 */
function problemOf(text: string): "malformed" | "unsafe" | null {
  let depth = 0;
  let tags = 0;
  for (let at = text.indexOf("<"); at >= 0; ) {
    const isText = text.startsWith(CDATA, at);
    if (!isText && text.startsWith("<!", at)) return "unsafe";
    const end = text.indexOf(isText ? "]]>" : ">", at);
    if (end < 0) return "malformed";
    if (!isText) {
      tags += 1;
      depth += levelsOf(text, at, end);
      if (tags > MOST_TAGS || depth > MOST_DEPTH) return "unsafe";
    }
    at = text.indexOf("<", end);
  }
  return depth === 0 && tags > 0 ? null : "malformed";
}

function levelsOf(text: string, start: number, end: number): number {
  const first = text[start + 1];
  if (first === "?") return 0;
  if (first === "/") return -1;
  return text[end - 1] === "/" ? 0 : 1;
}

/** The element as its fields; what is none has none. */
export function fieldsOf(value: unknown): XmlFields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The text of a field; undefined when there is none, or something else. */
export function textOf(fields: XmlFields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === "string" ? value : undefined;
}
