import type { Doing, Missing, Question } from "../../chat/understand/outcome.ts";
import { MISSING } from "../../chat/understand/outcome.ts";
import { quotedNumbers } from "../../chat/understand/quotation.ts";
import type { InSight, Quote, Situation, Speakable } from "../../chat/understand/situation.ts";
import type { Actor, RequestKind } from "../../domain/issue/issue.ts";
import type { Party } from "../../domain/issue/lifecycle.ts";
import type { Park } from "../../domain/park/park.ts";
import type { Line, Pending } from "./line.ts";
import { commandOf } from "./names.ts";
import { CAPTURE_CONFIRMED, daysSaid } from "./zh-cn-said.ts";

/** The situation of a line, as the program would have read it from its database. */

const WEDNESDAY = "2026-11-25T10:00:00+08:00";
const PARTY: Readonly<Record<Line["who"], Party>> = {
  liaison: "company",
  guest: "company",
  officer: "lead",
  head: "lead",
  coordinator: "coordinator",
  admin: "coordinator",
  leader: "leader",
};
const REQUESTS: Readonly<Record<string, RequestKind>> = { return: "return", extension: "extend", hold: "hold" };

export function situationOf(line: Line, park: Park, commands: readonly Speakable[]): Situation {
  return {
    who: actorOf(line, park),
    place: line.place,
    now: new Date(line.now ?? WEDNESDAY),
    park,
    issues: line.issues.map((issue) => inSight(issue, line)),
    quote: quoteOf(line),
    question: line.pending === undefined ? null : questionOf(line.pending, commands),
    commands,
  };
}

function actorOf({ who }: Line, { org }: Park): Actor {
  if (who === "guest") return { kind: "guest", name: "guest", role: null, verified: false };
  const person = org.people.find((one) => one.role === who);
  const { name = who, enterprise, department } = person ?? {};
  return { kind: "person", name, role: who, enterprise, department };
}

function inSight(
  { n, state, title, mine, company, request, urgency, confidential = false, owes = [], answer }: Line["issues"][number],
  { who }: Line,
): InSight {
  const official = who === "officer" || who === "head";
  const parties: readonly Party[] = mine ? [PARTY[who]] : official ? ["helper"] : who === "liaison" ? ["peer"] : [];
  const asked = request === undefined ? null : (REQUESTS[request] ?? null);
  return {
    number: n,
    state,
    title,
    company: company ?? null,
    parties,
    request: asked,
    urgency: urgency ?? "normal",
    owes,
    confidential,
    answer: answer ?? null,
  };
}

function quoteOf({ quote }: Line): Quote | null {
  if (quote === undefined) return null;
  if (quote.of === "bot")
    return { by: "bot", numbers: quote.n, ...(quote.about === "supervision" && { about: quote.about }) };
  const numbers = quotedNumbers(quote.text);
  return numbers.length === 0 ? { by: "person", numbers, text: quote.text } : { by: "bot", numbers };
}

function questionOf(pending: Pending, commands: readonly Speakable[]): Question {
  const doing = (name: string, number: number | null, rest = ""): Doing => {
    const command = commandOf(name);
    return { command, word: commands.find((one) => one.name === command)?.words[0] ?? command, number, rest };
  };
  switch (pending.ask) {
    case "submit?":
      return { ask: "offer", doings: [doing("submit", null, pending.text)] };
    case "confirm":
      return { ask: "offer", doings: [doing(pending.step.do, pending.step.n ?? null, restOf(pending.step))] };
    case "which":
      return { ask: "which", doing: doing(pending.for, null), among: pending.among };
    case "need":
      return {
        ask: "need",
        what: missing(pending.what),
        doing: doing(pending.step.do, pending.step.n ?? null, restOf(pending.step)),
      };
    case "rate":
      return { ask: "need", what: "stars", doing: doing("rate", pending.n) };
    case "unit":
      return { ask: "need", what: "unit", doing: doing("dispatch", pending.n), options: pending.options };
    case "capture?":
      return { ask: "offer", doings: [doing("theme", null, CAPTURE_CONFIRMED)] };
  }
}

function restOf(step: Extract<Pending, { ask: "confirm" }>["step"]): string {
  const { text, unit, date, days, stars } = step;
  const parts = [unit, date, days === undefined ? undefined : daysSaid(days), stars, text];
  return parts
    .flatMap((part) => (typeof part === "string" || typeof part === "number" ? [String(part)] : []))
    .join(" ");
}

function missing(what: string): Missing {
  return MISSING.find((one) => one === what) ?? "text";
}
