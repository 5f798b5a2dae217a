import MarkdownIt, { type StateCore, type StateInline, type Token } from "markdown-it";
import type { SimMessage, SimPlatform } from "./world.ts";

export interface MarkupContext {
  readonly platform: SimPlatform;
  /** The name that a client shows for `<@userId>`; without one the id itself is shown. */
  readonly mentionName: (userId: string) => string | undefined;
  /** Who was alerted: `@` and their name (or id) in the text is shown as a mention. */
  readonly mentions?: readonly string[];
  /** `@` and this name is shown as a mention of the bot. */
  readonly botName?: string;
}

/** What stands behind an `@…` in the text: a person's user id, or null for the bot. */
interface Target {
  readonly written: string;
  readonly shown: string;
  readonly userId: string | null;
}

/** DingTalk: what is tapped is posted as the person's own message. */
const SAY = /\[([^[\]\n]*)\]\(dtmd:\/\/dingtalkclient\/sendMessage\?content=([^()\s]*)\)/y;
const FONT_OPEN = /<font color=(?:"(info|comment|warning)"|'(info|comment|warning)')>/y;
const FONT_CLOSE = "</font>";
const WECOM_MENTION = /<@([^\s<>@]{1,64})>/y;

/**
 * The HTML that a chat client would show for a message. Everything is escaped but what a rule below makes:
 * no raw HTML, no pictures, links to http and https alone. Classes only, so it needs no inline styles.
 */
export function toHtml(text: string, format: SimMessage["format"], context: MarkupContext): string {
  if (format === "markdown") return markdown.render(linesOf(text, context.platform), { context }).trimEnd();
  return piecesOf(text.replaceAll(/\r\n?/g, "\n"), targetsOf(context))
    .map((piece) =>
      typeof piece === "string" ? escapeHtml(piece).replaceAll("\n", "<br>\n") : mentionHtml(piece.shown, piece.userId),
    )
    .join("");
}

const markdown = new MarkdownIt("zero", { html: false, breaks: true, linkify: false }).enable([
  "heading",
  "blockquote",
  "list",
  "hr",
  "fence",
  "newline",
  "escape",
  "entity",
  "backticks",
  "emphasis",
  "link",
  "image",
]);
export const { escapeHtml } = markdown.utils;

markdown.validateLink = (url) => /^https?:\/\//i.test(url.trim());
markdown.inline.ruler.before("link", "wecom-font", font);
markdown.inline.ruler.before("link", "wecom-mention", wecomMention);
markdown.inline.ruler.before("link", "dingtalk-say", dingtalkSay);
markdown.core.ruler.push("mentions", mentionsInText);
markdown.core.ruler.push("links", linksLeadOut);
/** The page loads nothing from elsewhere, so a picture is told, not shown. */
markdown.renderer.rules["image"] = (tokens, index) =>
  `<span class="picture">${escapeHtml(`[图片] ${tokens[index]?.content ?? ""}`.trimEnd())}</span>`;
markdown.renderer.rules["say"] = (tokens, index) => {
  const { content = "", info = "" } = tokens[index] ?? {};
  return `<a class="say" href="#" data-say="${escapeHtml(info)}">${escapeHtml(content)}</a>`;
};
markdown.renderer.rules["mention"] = (tokens, index) =>
  mentionHtml(tokens[index]?.content ?? "", idOf(tokens[index]?.meta));

/** A link opens beside the page, and tells nobody of it. */
function linksLeadOut({ tokens }: StateCore): void {
  for (const token of tokens.flatMap((one) => one.children ?? [])) {
    if (token.type !== "link_open") continue;
    token.attrSet("target", "_blank");
    token.attrSet("rel", "noopener noreferrer nofollow");
  }
}

/** `<font color="info">…</font>` within one paragraph, balanced by construction. */
function font(state: StateInline, silent: boolean): boolean {
  if (contextOf(state.env).platform !== "wecom") return false;
  FONT_OPEN.lastIndex = state.pos;
  const match = FONT_OPEN.exec(state.src);
  if (!match) return false;
  const start = FONT_OPEN.lastIndex;
  const end = state.src.indexOf(FONT_CLOSE, start);
  if (end < 0 || end > state.posMax) return false;
  if (!silent) {
    const outerEnd = state.posMax;
    state.push("font_open", "span", 1).attrSet("class", `font-${match[1] ?? match[2]}`);
    state.pos = start;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.posMax = outerEnd;
    state.push("font_close", "span", -1);
  }
  state.pos = end + FONT_CLOSE.length;
  return true;
}

function wecomMention(state: StateInline, silent: boolean): boolean {
  const context = contextOf(state.env);
  if (context.platform !== "wecom") return false;
  WECOM_MENTION.lastIndex = state.pos;
  const userId = WECOM_MENTION.exec(state.src)?.[1];
  if (userId === undefined) return false;
  if (!silent) {
    const token = state.push("mention", "", 0);
    token.content = context.mentionName(userId) ?? userId;
    token.meta = { userId };
  }
  state.pos = WECOM_MENTION.lastIndex;
  return true;
}

function dingtalkSay(state: StateInline, silent: boolean): boolean {
  if (contextOf(state.env).platform !== "dingtalk") return false;
  SAY.lastIndex = state.pos;
  const match = SAY.exec(state.src);
  const said = decoded(match?.[2] ?? "");
  if (match === null || said === "") return false;
  if (!silent) {
    const token = state.push("say", "", 0);
    token.content = match[1] ?? "";
    token.info = said;
  }
  state.pos = SAY.lastIndex;
  return true;
}

/** Empty when it is no text. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** Takes `@name` of alerted people and of the bot out of the finished text tokens. */
function mentionsInText(state: StateCore): void {
  const targets = targetsOf(contextOf(state.env));
  for (const block of state.tokens) {
    block.children =
      block.children?.flatMap((token) => {
        if (token.type !== "text" || !token.content.includes("@")) return [token];
        return piecesOf(token.content, targets).map((piece): Token => {
          const part = new state.Token(typeof piece === "string" ? "text" : "mention", "", 0);
          part.level = token.level;
          part.content = typeof piece === "string" ? piece : piece.shown;
          if (typeof piece !== "string") part.meta = { userId: piece.userId };
          return part;
        });
      }) ?? null;
  }
}

/** Longest first, so that a name that begins with another name is found whole. */
function targetsOf(context: MarkupContext): readonly Target[] {
  const targets = (context.mentions ?? []).flatMap((userId): Target[] => {
    const name = context.mentionName(userId) ?? userId;
    return [...new Set([name, userId])].map((written) => ({ written: `@${written}`, shown: name, userId }));
  });
  if (context.botName) targets.push({ written: `@${context.botName}`, shown: context.botName, userId: null });
  return targets.sort((a, b) => b.written.length - a.written.length);
}

function piecesOf(text: string, targets: readonly Target[]): (string | Target)[] {
  const pieces: (string | Target)[] = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const target = text[at] === "@" ? targets.find((one) => text.startsWith(one.written, at)) : undefined;
    if (target) {
      if (plain) pieces.push(plain);
      plain = "";
      pieces.push(target);
      at += target.written.length;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  if (plain) pieces.push(plain);
  return pieces;
}

function mentionHtml(name: string, userId: string | null): string {
  const who = userId === null ? 'class="mention bot"' : `class="mention" data-user="${escapeHtml(userId)}"`;
  return `<span ${who}>@${escapeHtml(name)}</span>`;
}

/** In WeCom a quotation ends with its line; CommonMark would go on with the next one. */
function linesOf(text: string, platform: SimPlatform): string {
  if (platform !== "wecom") return text;
  return text.replaceAll(/^(>[^\n]*)\n(?=[^>\n])/gm, "$1\n\n");
}

/** markdown-it hands the environment on untyped; only `toHtml` makes one. */
function contextOf(env: unknown): MarkupContext {
  return (env as { context: MarkupContext }).context;
}

function idOf(meta: unknown): string | null {
  return (meta as { userId: string | null } | null)?.userId ?? null;
}
