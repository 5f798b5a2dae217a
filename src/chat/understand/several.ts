import { isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { plainOf } from "../../domain/plain.ts";
import { circleOf } from "./circle.ts";
import { type Beside, type Parsed, parse } from "./parse.ts";
import { candidatesFor, isKnownIn, isOwn, issueIn, mayMove } from "./sight.ts";
import type { Situation, Speakable } from "./situation.ts";
import { ASKS_HOW_IT_STANDS } from "./zh-cn-asks.ts";
import { numbersAtStart, referencesIn } from "./zh-cn-numbers.ts";
import { issueForCompany } from "./zh-cn-phrases.ts";
import {
  beginsWithFigure,
  commandClauses,
  joinsNumbers,
  numberedClauses,
  withoutAll,
  withoutEnd,
} from "./zh-cn-pieces.ts";
import { needsNothing } from "./zh-cn-results.ts";
import { ABOUT_AN_ISSUE, FILLER, mendedWord, TELLS_THE_MATTER, UNPARTED } from "./zh-cn-strict.ts";
import { joinSaid, namesTheirs, saysItIsLike, togetherSaid } from "./zh-cn-together.ts";
import { parseWithWishes } from "./zh-cn-wishes.ts";

/** The commands that a text is written in: one, or several on lines of their own; none when it is free words. */

type Command = Extract<Parsed<Speakable>, { kind: "command" }>;

export function commandsIn(text: string, situation: Situation): readonly Command[] {
  const readAs = readOnce(situation);
  const pieces = piecesOf(text, readAs).flatMap((piece) => clausesIn(piece, readAs, situation));
  const commands = pieces.map(readAs);
  const [first] = commands;
  if (pieces.length === 1 && first === null) return clausesOf(text, situation);
  return first === null || first === undefined ? [] : commands.flatMap((one) => one ?? []);
}

type ReadAs = (piece: string) => Command | null;

/** What a piece is as a command. Where one ends is only known when the next is read, so each is asked for several times. */
function readOnce(situation: Situation): ReadAs {
  const known = new Map<string, Command | null>();
  return (piece) => {
    const before = known.get(piece);
    if (before !== undefined) return before;
    const command = commandIn(piece, situation);
    known.set(piece, command);
    return command;
  };
}

/** 36同意，37驳回，按原期限办: clauses that begin with a number each, where every one is a command by itself. */
function clausesOf(text: string, situation: Situation): readonly Command[] {
  const clauses = numberedClauses(text);
  if (clauses.length < 2) return [];
  const commands = clauses.map((clause) => numberFirst(clause, situation));
  return commands.every((one) => one !== null) ? commands.flatMap((one) => one ?? []) : [];
}

/** A new piece begins with each line that is a command by itself; other lines belong to what stands before them. */
function piecesOf(text: string, readAs: ReadAs): readonly string[] {
  const [first = "", ...lines] = text.split("\n");
  const pieces = [first];
  const opening = readAs(first);
  const isList = opening?.spec.number === "no" && opening.spec.name !== "submit";
  for (const line of lines) {
    const command = isList ? null : readAs(line);
    if (command !== null && standsAlone(command)) pieces.push(line);
    else pieces[pieces.length - 1] = `${pieces.at(-1)}\n${line}`;
  }
  return pieces;
}

/** 签收31，联系31 已加微信: a clause that is a command with the number of an issue in sight is one of its own. */
function clausesIn(piece: string, readAs: ReadAs, situation: Situation): readonly string[] {
  const [first = "", ...clauses] = commandClauses(piece);
  const pieces = [first];
  const isNumbered = clauses.length > 0 && readAs(first)?.spec.number === "yes";
  for (const clause of clauses) {
    const command = isNumbered ? readAs(clause) : null;
    const stands = command?.spec.number === "yes" && command.number !== null && isKnownIn(situation)(command.number);
    if (stands) pieces.push(clause);
    else pieces[pieces.length - 1] = `${pieces.at(-1)}${clause}`;
  }
  return pieces.map((one, index) => (index < pieces.length - 1 ? withoutEnd(one) : one));
}

function standsAlone({ spec, number, rest, isGlued }: Command): boolean {
  if (spec.number === "yes") return number !== null;
  if (spec.name === "submit") return (!isGlued || /^\d/u.test(rest)) && rest !== "";
  return spec.number === "maybe" ? number !== null || rest === "" : rest === "";
}

/** One command, as it is written or nearly so. */
function commandIn(text: string, situation: Situation): Command | null {
  const { commands, quote } = situation;
  const beside = { quotes: (quote?.numbers.length ?? 0) === 1, isKnown: isKnownIn(situation) };
  const parsed = parseWithWishes(text, commands, beside);
  if (parsed.kind === "command") return meant(parsed, situation) ? withoutFiller(parsed) : null;
  if (parsed.kind !== "unknown") return null;
  return (
    together(text, situation) ??
    numberFirst(text, situation) ??
    mistyped(text, situation) ??
    unparted(text, beside, situation)
  );
}

/** 合并吧, 这个跟31是一回事, 58 +1: a company's 合并 and 同感 in other words. */
function together(text: string, { commands, who, quote, issues }: Situation): Command | null {
  if (isStaff(who) || quote?.by === "person") return null;
  const plain = plainOf(text);
  const joins = joinSaid(plain);
  const isOfOwn = saysItIsLike(plain) && issues.some((one) => one.number === joins?.number && isOwn(one));
  const both = togetherSaid(plain);
  // 跟凌云那个合到一起算了: which of theirs, is asked.
  const isOfTheirs = both?.number == null && namesTheirs(plain);
  const [merge, join] = isOfOwn ? [joins, null] : [isOfTheirs ? null : both, joins];
  const said = merge ?? join;
  const spec = commands.find(({ name }) => name === (merge === null ? "join" : "merge"));
  if (said === null || spec === undefined) return null;
  // 我们也是, where nobody else has anything: people talk.
  if (merge === null && said.number === null && candidatesFor("join", issues).length === 0) return null;
  const [word = spec.name] = spec.words;
  return {
    kind: "command",
    spec,
    word,
    number: said.number,
    more: merge === null ? (joins?.more ?? []) : [],
    rest: "",
    isGlued: false,
  };
}

/** 签收abc: letters and figures right behind the word of a move. */
function unparted(text: string, beside: Beside, { commands }: Situation): Command | null {
  const match = UNPARTED.exec(plainOf(text));
  if (match === null) return null;
  const at = match[0].length;
  const parsed = parse(`${text.slice(0, at)} ${text.slice(at)}`, commands, beside);
  return parsed.kind === "command" && parsed.spec.number === "yes" && parsed.word.length === at ? parsed : null;
}

/** 诉求 and its like may begin a sentence: 诉求到哪一步了, and of an official 建议转自来水公司. */
function meant({ spec, number, rest, isGlued }: Command, { who, quote, park, issues }: Situation): boolean {
  // 批示1号：已落实: whoever may give none answers one.
  if (spec.name === "supervise" && isOfficial(who) && (isGlued || number === null))
    return issues.every((one) => (one.owes ?? []).length === 0);
  // 同意, said to what another person wrote: people talk.
  if (quote?.by === "person" && spec.number === "yes" && number === null && rest === "") return false;
  if (isGlued && spec.name === "for")
    return park.directory.companyNamed(issueForCompany(rest)?.company ?? "").kind === "one";
  // 我的10号派给谁了: one of them is asked for.
  if (isGlued && spec.name === "mine" && rest !== "") {
    const [first] = referencesIn(plainOf(rest), (one) => issues.some(({ number: known }) => known === one));
    return first === undefined;
  }
  if (!isGlued || spec.name !== "submit") return true;
  return !isStaff(who) && (TELLS_THE_MATTER.test(rest) || !isAboutAnIssue(plainOf(rest)));
}

/** 诉求走到哪了, 诉求不想提了，给我撤了吧: of one that is there it is asked, or wished that it be left. */
function isAboutAnIssue(plain: string): boolean {
  if (ABOUT_AN_ISSUE.test(plain)) return true;
  const length = [...plain].length;
  return (length <= SHORT_QUESTION && ASKS_HOW_IT_STANDS.test(plain)) || (length <= SHORT_WISH && needsNothing(plain));
}

const SHORT_QUESTION = 8;
const SHORT_WISH = 20;

/** 反映一下 大货车乱停: what is said for politeness is no part of the matter. */
function withoutFiller(command: Command): Command {
  if (command.spec.name !== "submit") return command;
  const filler = FILLER.exec(plainOf(command.rest));
  return filler === null ? command : { ...command, rest: command.rest.slice(filler[0].length).trim() };
}

/** #24 签收, 7号进度: the number first, and the command's own word behind it. */
function numberFirst(text: string, { commands, quote, ...situation }: Situation): Command | null {
  const plain = plainOf(text);
  if (!beginsWithFigure(plain)) return null;
  const isKnown = isKnownIn({ ...situation, commands, quote });
  // 1、2、99签收: one that is not in sight is said like the others, and is answered like them; so is 99签收.
  const listed: ReadonlySet<number> = new Set(numbersAtStart(plain));
  const isMeant = (number: number) => isKnown(number) || listed.has(number);
  const references = referencesIn(plain, isMeant);
  const leading = references.filter((one, index) =>
    isLeading(plain, index === 0 ? 0 : (references[index - 1]?.end ?? 0), one.start),
  );
  const [first] = leading;
  const last = leading.at(-1);
  if (
    first === undefined ||
    last === undefined ||
    leading.length !== references.filter((one) => one.end <= last.end).length
  )
    return null;
  const behind = withoutAll(text.slice(last.end));
  const parsed = parse(
    behind,
    commands.filter(({ number }) => number === "yes" || number === "maybe"),
  );
  // 36同意，37驳回: another number behind it belongs to what follows, and is read there.
  if (parsed.kind !== "command" || parsed.number !== null || referencesIn(plainOf(parsed.rest), isKnown).length > 0)
    return null;
  return { ...parsed, number: first.number, more: leading.slice(1).map((one) => one.number) };
}

function isLeading(plain: string, from: number, start: number): boolean {
  return joinsNumbers(plain.slice(from, start));
}

/** 进渡 7: one character is another's. */
function mistyped(text: string, situation: Situation): Command | null {
  const { commands, who } = situation;
  const circle = circleOf(who);
  const may = (name: string, number: number) => {
    const issue = issueIn(situation, number);
    return (
      issue !== undefined &&
      mayMove(name, issue) &&
      commands.find((one) => one.name === name)?.who.includes(circle) === true
    );
  };
  const mended = mendedWord(plainOf(text), commands, may);
  if (mended === null) return null;
  const parsed = parse(`${mended.word}${text.slice(mended.said.length)}`, commands);
  return parsed.kind === "command" ? { ...parsed, mended: true } : null;
}
