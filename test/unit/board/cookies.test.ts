import type { Request, Response } from "express";
import { describe, expect, it } from "vitest";
import { keepSaid, takeSaid } from "../../../src/board/cookies.ts";
import type { Card } from "../../../src/messages/card.ts";
import { say } from "../../../src/messages/card.ts";
import { SAID_TOO_LONG } from "../../../src/messages/zh-cn/board.ts";

/** What a browser that was sent what a form came to has of it on the page that it is led to. */
function saidOnPage(card: Card): Card | null {
  const kept: string[] = [];
  const response = {
    cookie: (name: string, value: string) => kept.push(`${name}=${encodeURIComponent(value)}`),
    clearCookie: () => {},
  } as unknown as Response;
  keepSaid(response, { about: "/issues/1", card }, false);
  for (const one of kept) expect(one.length).toBeLessThan(4_096);
  return takeSaid({ headers: { cookie: kept.join("; ") } } as Request, response, "/issues/1", false);
}

describe("what a form came to", () => {
  const long = "办".repeat(500);

  it("is kept whole where a cookie holds it, else without its end", () => {
    const { blocks } = say("已签收");
    expect(saidOnPage({ blocks })).toEqual({ blocks });
    expect(saidOnPage({ blocks: [...blocks, { kind: "text", text: long }] })).toEqual({ blocks });
  });

  it("is said to be too long where not even its beginning fits", () => {
    expect(saidOnPage(say(long))).toEqual(say(SAID_TOO_LONG));
    expect(saidOnPage({ blocks: [{ kind: "text", text: long }, ...say("已签收").blocks] })).toEqual(say(SAID_TOO_LONG));
  });

  it("is silence where there is nothing", () => {
    expect(saidOnPage({ blocks: [] })).toBeNull();
  });
});
