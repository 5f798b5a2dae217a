import { describe, expect, it } from "vitest";
import { SESSION_MS, Sessions } from "../../../src/board/sessions.ts";

const NOW = new Date("2026-11-16T01:00:00Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);

describe("a session", () => {
  const sessions = new Sessions(Buffer.from("a secret of this test"));
  const token = sessions.begin("王建国", NOW);

  it("is read until it is over", () => {
    expect(sessions.read(token, NOW)?.person).toBe("王建国");
    expect(sessions.read(token, later(SESSION_MS - 1_000))?.person).toBe("王建国");
    expect(sessions.read(token, later(SESSION_MS))).toBeNull();
  });

  it("tells the account that somebody signed in with, whatever is in its id", () => {
    const account = { platform: "dingtalk", userId: "0254 571.x" } as const;
    expect(sessions.read(sessions.begin("王建国", NOW, account), NOW)?.account).toEqual(account);
    expect(sessions.read(token, NOW)?.account).toBeNull();
  });

  it.each([
    ["of another person", token.replace(/^[^.]+/, Buffer.from("李敏").toString("base64url"))],
    ["that lasts longer", token.replace(/\.\d+\./, ".9999999999.")],
    ["of another secret", new Sessions(Buffer.from("another")).begin("王建国", NOW)],
    ["with more behind it", `${token}.x`],
    ["without a signature", token.replace(/\.[^.]*$/, ".")],
    ["of nothing", ""],
  ])("is none, when the token is one %s", (_what, forged) => {
    expect(sessions.read(forged, NOW)).toBeNull();
  });

  it("takes the forms of its own pages alone", () => {
    const session = sessions.read(token, NOW);
    const other = sessions.read(sessions.begin("李敏", NOW), NOW);
    if (session === null || other === null) throw new Error("both are good");
    expect(sessions.sent(session, session.formKey)).toBe(true);
    for (const key of [other.formKey, token, "", undefined, 1]) expect(sessions.sent(session, key)).toBe(false);
  });
});
