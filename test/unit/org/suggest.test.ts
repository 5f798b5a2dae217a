import { describe, expect, it } from "vitest";
import { hint, likeliest } from "../../../src/org/suggest.ts";

const fields = ["code", "name", "aliases", "level", "trackedBy", "department", "keywords", "chatId", "webhook"];

describe("the likeliest name", () => {
  it.each([
    ["keyword", "keywords"],
    ["nmae", "name"],
    ["alias", "aliases"],
    ["dept", "department"],
    ["tracked_by", "trackedBy"],
    ["ChatID", "chatId"],
    ["web-hook", "webhook"],
  ])("of %s is %s", (word, name) => {
    expect(likeliest(word, fields)).toBe(name);
  });

  it("is none when nothing is near, and then the hint lists what there is", () => {
    expect(likeliest("colour", fields)).toBeUndefined();
    expect(likeliest("", fields)).toBeUndefined();
    expect(hint("colour", ["name", "level"], "known fields")).toBe("; known fields: name, level");
    expect(hint("colour", [], "known fields")).toBe("; there are no known fields");
  });
});
