import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Org } from "../../src/domain/park/org.ts";
import { type Listed, sheetsOf } from "../../src/org/list/template.ts";
import { writeWorkbook } from "../../src/org/list/workbook.ts";
import { imported } from "../support/list.ts";

/** Whatever a park's list says comes back from Excel as it was: without codes, which are made anew, it is the same park. */

const CHARACTERS = [..."东南西北供电水务局公司科技园区厂ABXYab019·（）&'<>\"=+-#@_"];
const word = fc
  .array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join("").replace(/^[（(]/u, "甲"));
const names = (most: number) =>
  fc.uniqueArray(word, { maxLength: most, selector: (one) => one.normalize("NFKC").toLowerCase() });
const id = fc.string({ unit: fc.constantFrom(..."abcXYZ0123456789_-=+/"), minLength: 1, maxLength: 24 });
const phone = fc.constantFrom("0746-8880001", "13800001111", "668001", "+86 13800001111");

/** Names that nobody shares are dealt out: each is one thing's name, or alias. */
const park: fc.Arbitrary<Listed> = fc
  .record({
    words: fc.uniqueArray(word, {
      minLength: 12,
      maxLength: 30,
      selector: (one) => one.normalize("NFKC").toLowerCase(),
    }),
    ids: fc.uniqueArray(id, { minLength: 12, maxLength: 12 }),
    keywords: names(4),
    phones: fc.array(phone, { minLength: 4, maxLength: 4 }),
    days: fc.constantFrom(undefined, 1, 5, 30),
    cron: fc.constantFrom("0 17 * * 5", "30 8 * * *", "15 9 1,15 * *"),
  })
  .map(({ words, ids, keywords, phones, days, cron }): Listed => {
    const at = (list: readonly string[], place: number) => list[place] ?? `x${place}`;
    const departments: Org["departments"] = [
      { code: "a", name: at(words, 0), aliases: words.slice(12, 15), level: "park" },
      { code: "b", name: at(words, 1), aliases: [], level: "city", trackedBy: "a" },
    ];
    return {
      park: { name: at(words, 2), timeZone: "Asia/Shanghai", workingHours: ["08:00-12:00", "13:30-18:00"] },
      departments,
      categories: [{ code: "c", name: at(words, 3), aliases: [], department: "b", keywords, answerDays: days }],
      enterprises: [{ code: "e", name: at(words, 4), aliases: words.slice(15, 17) }],
      people: [
        { name: at(words, 5), role: "liaison", enterprise: "e", phone: at(phones, 0), wecom: at(ids, 0) },
        { name: at(words, 6), role: "head", department: "b", dingtalk: at(ids, 1) },
        { name: at(words, 7), role: "officer", department: "a" },
        { name: at(words, 8), role: "coordinator", wecom: at(ids, 2), dingtalk: at(ids, 3) },
      ],
      chats: [
        {
          code: "g",
          platform: "dingtalk",
          chatId: at(ids, 4),
          name: at(words, 9),
          audience: "department",
          department: "a",
        },
        { code: "h", platform: "wecom", chatId: at(ids, 5), name: at(words, 10), audience: "supervision" },
      ],
      digests: [{ chat: "h", kind: "supervision-weekly", cron }],
    };
  });

/** With the names of what is referred to in place of codes. */
function byName({ departments, enterprises, chats, ...rest }: Listed) {
  const all = [...departments, ...enterprises, ...chats];
  const named = (code: string | undefined) => all.find((one) => one.code === code)?.name;
  const plain = <T extends object>(one: T) =>
    Object.fromEntries(
      Object.entries(one).flatMap(([field, value]) => {
        if (field === "code" || value === undefined) return [];
        return [
          [field, ["department", "enterprise", "trackedBy", "chat"].includes(field) ? named(String(value)) : value],
        ];
      }),
    );
  return {
    park: rest.park,
    lists: [departments, rest.categories, enterprises, rest.people, chats, rest.digests].map((list) => list.map(plain)),
  };
}

describe("a park as an Excel list", () => {
  it("comes back as the same park", async () => {
    await fc.assert(
      fc.asyncProperty(park, async (listed) => {
        const sheets = sheetsOf(listed).map((sheet) => ({ ...sheet, prepared: 10 }));
        const result = await imported(Buffer.from(await writeWorkbook(sheets)));
        if (!("org" in result)) throw new Error(JSON.stringify(result));
        expect(byName(result.org)).toEqual(byName(listed));
      }),
      { numRuns: 60 },
    );
  });
});
