/** White space as people and clients produce it: also the zero-width kinds, and U+2005, which mentions end with. */
const SPACE = "[\\s\\u200b-\\u200f\\u2060-\\u2064]";
/** A longer name, a domain or a file name goes on with anything else. */
const AFTER = `(?=${SPACE}|[@＠，。、：；！？,:;!?#＃/]|\\.(?![\\p{L}\\p{N}])|$)`;
const LEADING = new RegExp(`^${SPACE}+`, "u");
const TRAILING = new RegExp(`${SPACE}+$`, "u");

/**
 * The text without the mentions of this bot and the comma or colon after them. The platform leaves them in (100719), with one space or two
 * after them, and names may hold spaces. What merely looks like it stays: an address, another person, a
 * bot whose longer name begins the same way.
 */
export function stripMention(text: string, botName: string): string {
  const name = botName.trim();
  if (name === "") return text;
  const pieces = text.split(mentionOf(name));
  if (pieces.length === 1) return text;
  return joined(pieces);
}

function mentionOf(name: string): RegExp {
  const pattern = name
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"))
    .join(`${SPACE}+`);
  // A digit before the mention of a name like 茶叙 is the end of a number («签收 12@茶叙»), not of a mailbox.
  const mailbox = /^[\u0021-\u007e]/.test(name) ? "[A-Za-z0-9._%+-]" : "[A-Za-z._%+-]";
  return new RegExp(`(?<!${mailbox})[@＠]${pattern}${AFTER}[，、：,:]?`, "u");
}

/** What stood around the mentions, parted by a space, or by a line break where one was. Each piece is looked at once. */
function joined(pieces: readonly string[]): string {
  const kept: string[] = [];
  let behind = "";
  for (const piece of pieces) {
    const before = trimEnd(piece);
    const core = trimStart(before);
    const inFront = before.slice(0, before.length - core.length);
    if (core !== "" && kept.length > 0) kept.push((behind + inFront).includes("\n") ? "\n" : " ");
    if (core !== "") kept.push(core);
    behind = core === "" ? "" : piece.slice(before.length);
  }
  return kept.join("");
}

function trimEnd(text: string): string {
  // A regular expression anchored at the end would try every run of spaces: quadratic on a long one.
  let end = text.length;
  while (end > 0 && TRAILING.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function trimStart(text: string): string {
  return text.replace(LEADING, "");
}
