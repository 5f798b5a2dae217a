import { describe, expect, it } from "vitest";
import { decodePress } from "../../../src/chat/press-read.ts";
import type { NextStep } from "../../../src/messages/actions.ts";
import { buttonsOf, issuesMovedBy, withMarks } from "../../../src/messages/buttons.ts";
import type { Block, Card } from "../../../src/messages/card.ts";

const FITTING = { most: 6, labelLength: 10 };

const offering = (...steps: readonly NextStep[]): Card => ({ blocks: [{ kind: "actions", steps }] });
const marked = (card: Card, versions: Readonly<Record<number, number>>, question?: string) =>
  withMarks(card, { versions: new Map(Object.entries(versions).map(([id, one]) => [Number(id), one])), question });
const shown = (card: Card, fitting = FITTING) => {
  const { buttons, complete } = buttonsOf(card, fitting);
  return { labels: buttons.map(({ label }) => label), complete };
};
const pressed = (card: Card) => buttonsOf(card, FITTING).buttons.map(({ key }) => decodePress(key));

describe("the buttons of a card", () => {
  it("do what needs nothing filled in, and ask for what does", () => {
    const card = marked(offering({ command: "sign", id: 12 }, { command: "return", id: 12, blank: "reason" }), {
      12: 5,
    });
    expect(shown(card)).toEqual({ labels: ["签收", "退单…"], complete: true });
    expect(pressed(card)).toEqual([
      { kind: "step", step: { command: "sign", id: 12 }, version: 5 },
      { kind: "step", step: { command: "return", id: 12 }, version: 5 },
    ]);
  });

  it("say the number where the card is about several issues, or where another number follows", () => {
    expect(
      shown(marked(offering({ command: "sign", id: 12 }, { command: "sign", id: 13 }), { 12: 1, 13: 1 })).labels,
    ).toEqual(["签收 12", "签收 13"]);
    expect(shown(marked(offering({ command: "dispatch", id: 12, given: "1" }), { 12: 1 })).labels).toEqual([
      "派单 12 1",
    ]);
    const transfer = offering({ command: "dispatch", word: "transfer", id: 12, blank: "department" });
    expect(shown(marked(transfer, { 12: 1 })).labels).toEqual(["转派…"]);
  });

  it("are five stars in place of a mark, all of them or none", () => {
    const rate: NextStep = { command: "rate", id: 12, given: "5", label: "please-rate" };
    const card = marked(offering(rate, { command: "reopen", id: 12, blank: "reason" }), { 12: 7 });
    expect(shown(card)).toEqual({ labels: ["1 ★", "2 ★", "3 ★", "4 ★", "5 ★", "重开…"], complete: true });
    expect(shown(card, { most: 4, labelLength: 10 })).toEqual({ labels: ["重开…"], complete: false });
  });

  it("are none where the number is any, where nothing would be asked, or where the issue's version is not known", () => {
    const none = { labels: [], complete: false };
    expect(shown(offering({ command: "status", id: "any" }))).toEqual(none);
    expect(shown(marked(offering({ command: "contact", id: 12, blank: "called" }), { 12: 1 }))).toEqual(none);
    expect(shown(offering({ command: "duty", blank: "person" }))).toEqual(none);
    expect(shown(offering({ command: "sign", id: 12 }))).toEqual(none);
  });

  it("carry no version where nothing is moved", () => {
    expect(pressed(offering({ command: "status", id: 12 }, { command: "todo" }))).toEqual([
      { kind: "step", step: { command: "status", id: 12 } },
      { kind: "step", step: { command: "todo" } },
    ]);
  });

  it("answer the card's question first, word for word; without it the choices stay words", () => {
    const choices: Block = { kind: "choices", words: ["是", "算了"] };
    const card: Card = { blocks: [{ kind: "actions", steps: [{ command: "todo" }] }, choices] };
    expect(shown(card)).toEqual({ labels: ["待办"], complete: false });
    expect(shown(marked(card, {}, "q1")).labels).toEqual(["是", "算了", "待办"]);
    expect(pressed(marked(card, {}, "q1"))[0]).toEqual({ kind: "answer", word: "是", question: "q1" });
  });

  it("are as many as fit, the likeliest first, each once", () => {
    const ids = [1, 2, 3, 4, 5, 6, 7];
    const steps = ids.map((id): NextStep => ({ command: "sign", id }));
    const card = marked(offering(...steps, ...steps), Object.fromEntries(ids.map((id) => [id, 1])));
    const { labels, complete } = shown(card);
    expect(labels).toEqual(["签收 1", "签收 2", "签收 3", "签收 4", "签收 5", "签收 6"]);
    expect(complete).toBe(false);
    expect(shown(card, { most: 9, labelLength: 3 }).labels).toEqual([]);
  });

  it("need the versions of the issues that they move, and of no others", () => {
    const card = offering({ command: "sign", id: 12 }, { command: "status", id: 13 }, { command: "resend", id: 14 });
    expect(issuesMovedBy(card)).toEqual([12]);
  });
});
