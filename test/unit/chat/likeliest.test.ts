import { describe, expect, it } from "vitest";
import { commandsFor, likeliest } from "../../../src/chat/help.ts";
import type { Actor } from "../../../src/domain/issue/issue.ts";
import { COMMANDS } from "../../support/commands.ts";
import { COMPANY, COORDINATOR, LEAD } from "../../support/domain.ts";

describe("the likeliest words", () => {
  const taught = (actor: Actor) => commandsFor({ actor, commands: COMMANDS });
  const first = (text: string, actor = COMPANY) => likeliest(text, taught(actor))[0]?.name;

  it.each([
    ["进渡 12", "status"],
    ["我想查进度", "status"],
    ["已经解决 12", "solved"],
    ["催办一下吧", "urge"],
    ["我要评价", "rate"],
    ["statu 12", "status"],
  ])("for %j begin with %s", (text, name) => {
    expect(first(text)).toBe(name);
  });

  it("are three at most, for whoever asks, and none where nothing is like it", () => {
    expect(likeliest("xyz", taught(COMPANY))).toEqual([]);
    expect(likeliest("签收答复退单延期", taught(LEAD))).toHaveLength(3);
    for (const spec of likeliest("派单给谁", taught(COMPANY))) expect(spec.who).toContain("company");
    expect(first("派单给谁", COORDINATOR)).toBe("dispatch");
  });
});
