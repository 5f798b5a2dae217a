import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whole } from "../../src/cli/routing/measure.ts";
import { type Routing, route } from "../../src/domain/issue/routing.ts";
import { createDirectory } from "../../src/domain/park/directory.ts";
import type { Org } from "../../src/domain/park/org.ts";
import { calibrate } from "../../src/domain/routing/calibrate.ts";
import { routeIn } from "../../src/domain/routing/decide.ts";
import { Experience } from "../../src/domain/routing/experience.ts";
import { learn } from "../../src/domain/routing/model.ts";
import { GONE } from "../../src/messages/zh-cn/places.ts";
import { DUTIES, examplesOf } from "../support/routing.ts";

/** Few letters, so that words overlap, contain each other and are equal. */
const word = fc.string({
  unit: fc.constantFrom("停", "电", "水", "公", "车", "A", "b", "5"),
  minLength: 1,
  maxLength: 4,
});
const words = fc.array(word, { maxLength: 4 });
const text = fc.string({
  unit: fc.constantFrom("停", "电", "水", "公", "车", "A", "b", "5", " ", "，"),
  maxLength: 20,
});
const irrelevant = fc.string({ unit: fc.constantFrom("我", "们", "，", " ", "\n", "😀"), maxLength: 8 });

const orgs: fc.Arbitrary<Org> = fc
  .record({
    departments: fc.array(fc.record({ name: word, aliases: words }), { minLength: 1, maxLength: 4 }),
    categories: fc.array(fc.record({ name: word, aliases: words, keywords: words, of: fc.nat(5) }), { maxLength: 6 }),
    enterprises: fc.array(fc.record({ name: word, aliases: words }), { maxLength: 2 }),
  })
  .map(({ departments, categories, enterprises }) => ({
    park: { name: "园区", timeZone: "Asia/Shanghai", workingHours: ["08:30-12:00"] },
    departments: departments.map((one, index) => ({ ...one, code: `d${index}`, level: "park" })),
    // Now and then of a department that does not exist.
    categories: categories.map(({ of, ...one }, index) => ({ ...one, code: `c${index}`, department: `d${of}` })),
    enterprises: enterprises.map((one, index) => ({ ...one, code: `e${index}` })),
    people: [],
    chats: [],
    digests: [],
    holidays: { off: [], on: [] },
    policy: { limits: {}, categories: {}, ladder: {} },
  }));

function summary(routing: Routing): unknown {
  const list = routing.kind === "sure" ? [routing] : routing.suggestions;
  return [routing.kind, ...list.map(({ category, department, reason }) => [category?.code, department.code, reason])];
}

describe("routing", () => {
  it("is the same for the same text, and whatever the order of the org file", () => {
    fc.assert(
      fc.property(orgs, text, fc.option(word, { nil: undefined }), (org, said, chosen) => {
        const isCategory =
          chosen !== undefined &&
          new Set(org.categories.flatMap(({ name, aliases }) => [name, ...aliases])).has(chosen);
        fc.pre(!isCategory);
        const reversed: Org = {
          ...org,
          departments: org.departments.toReversed(),
          categories: org.categories.toReversed().map((one) => ({ ...one, keywords: one.keywords.toReversed() })),
          enterprises: org.enterprises.toReversed(),
        };
        const first = summary(route(said, createDirectory(org, GONE), chosen));
        expect(summary(route(said, createDirectory(org, GONE), chosen))).toEqual(first);
        expect(summary(route(said, createDirectory(reversed, GONE), chosen))).toEqual(first);
      }),
    );
  });

  it("does not change by text that has nothing to do with any word", () => {
    fc.assert(
      fc.property(orgs, text, irrelevant, irrelevant, (org, said, before, after) => {
        const directory = createDirectory(org, GONE);
        expect(summary(route(`${before}${said}${after}`, directory))).toEqual(summary(route(said, directory)));
      }),
    );
  });

  it("is sure of a word that stands in one category alone, and of nothing where another department's stands beside it", () => {
    fc.assert(
      fc.property(orgs, text, (org, said) => {
        const [first, ...rest] = org.categories;
        fc.pre(first !== undefined && org.departments.some(({ code }) => code === first.department));
        if (first === undefined) return;
        const own = { ...first, keywords: [...first.keywords, "停电补偿申请"] };
        const directory = createDirectory({ ...org, categories: [own, ...rest] }, GONE);
        expect(route("停电补偿申请", directory)).toMatchObject({ kind: "sure", category: { code: first.code } });
        const before = route(said, directory);
        const isOthers = before.kind === "sure" && before.department.code !== first.department;
        const both = route(`${said} 停电补偿申请`, directory);
        if (isOthers) expect(both).toMatchObject({ kind: "unsure", contradicts: true });
        else if (before.kind === "sure")
          expect(both).toMatchObject({ kind: "sure", department: { code: first.department } });
      }),
    );
  });

  it("names at most three suggestions, each of another department that exists", () => {
    fc.assert(
      fc.property(orgs, text, (org, said) => {
        const routing = route(said, createDirectory(org, GONE));
        const list = routing.kind === "sure" ? [routing] : routing.suggestions;
        const codes = list.map(({ department }) => department.code);
        expect(codes.length).toBeLessThanOrEqual(3);
        expect(new Set(codes).size).toBe(codes.length);
        for (const { category, department } of list) expect(category?.department).toBe(department.code);
      }),
    );
  });

  it("never throws, whatever is written", () => {
    fc.assert(
      fc.property(
        orgs,
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.option(fc.string(), { nil: undefined }),
        (org, said, chosen) => {
          expect(["sure", "unsure"]).toContain(route(said, createDirectory(org, GONE), chosen).kind);
        },
      ),
    );
  });
});

/** What people send who want nothing, or to fool the words. The units are those of test/support/routing.ts. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  power: ["停电", "跳闸"],
  water: ["停水", "水压"],
  school: ["学位", "转学"],
};
const made: Org = {
  park: { name: "园区", timeZone: "Asia/Shanghai", workingHours: ["08:30-12:00"] },
  departments: DUTIES.map(({ unit, phrases: [name = unit] }) => ({ code: unit, name, aliases: [], level: "park" })),
  categories: DUTIES.map(({ unit, phrases: [, name = unit] }) => {
    return { code: unit, name, aliases: [], department: unit, keywords: KEYWORDS[unit] ?? [] };
  }),
  enterprises: [],
  people: [],
  chats: [],
  digests: [],
  holidays: { off: [], on: [] },
  policy: { limits: {}, categories: {}, ladder: {} },
};
const everyWord = Object.values(KEYWORDS).flat();
const aWord = fc.constantFrom(...everyWord);
const nonsense = fc.oneof(
  fc.constantFrom("", " ", "\n", "?", "在吗", "Hello, the lights are off again", "水が出ません", "الكهرباء مقطوعة"),
  fc.string({ unit: fc.constantFrom("😀", "👍🏽", "🔥", "❤️", "👨‍👩‍👧"), maxLength: 300 }),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }).map((one) => one.repeat(10_000 / one.length)),
  fc.string({ unit: fc.constantFrom("我", "们", "厂", "的", "事", "，", "a", "7"), maxLength: 60 }),
  fc.shuffledSubarray(everyWord, { minLength: everyWord.length }).map((all) => all.join("，")),
  fc.tuple(aWord, fc.integer({ min: 60, max: 500 })).map(([one, times]) => one.repeat(times)),
  fc.tuple(aWord, fc.nat(3_300)).map(([one, at]) => `${"多".repeat(at)}${one}${"少".repeat(3_300 - at)}`),
);

describe("routing that has learned", () => {
  const experience = new Experience();
  const examples = examplesOf(40);
  const lesson = { version: 1, learned: whole(learn(examples)), ...whole(calibrate(examples, DUTIES)) };
  const decided = examples.map((one, id) => ({ ...one, id }));
  experience.renew({ heard: { upTo: 1, deciding: [] }, decided, lesson });
  const park = { directory: createDirectory(made, GONE), experience };

  it("is never sure of nonsense, and of what is made to fool the words, and never throws", () => {
    expect(routeIn("车间的变压器嗡嗡响", park)).toMatchObject({ kind: "sure", department: { code: "power" } });
    fc.assert(
      fc.property(nonsense, (said) => {
        expect(routeIn(said, park).kind).toBe("unsure");
      }),
    );
  });

  it("goes by who has it now where the unit that had it was dissolved", () => {
    const had = (unit: string, from: number) =>
      [1, 2, 3].map((n) => ({ id: from + n, unit, text: `三楼热水器第${n}次坏了` }));
    const known = new Experience();
    known.renew({ heard: { upTo: 1, deciding: [] }, decided: had("gone", 0), lesson: null });
    expect(routeIn("二楼热水器坏了", { ...park, experience: known }).kind).toBe("unsure");
    known.renew({ heard: { upTo: 2, deciding: [] }, decided: [...had("gone", 0), ...had("water", 3)], lesson: null });
    expect(routeIn("二楼热水器坏了", { ...park, experience: known })).toMatchObject({ department: { code: "water" } });
    known.renew({ heard: { upTo: 3, deciding: [] }, decided: [...had("power", 0), ...had("water", 3)], lesson: null });
    expect(routeIn("二楼热水器坏了", { ...park, experience: known }).kind).toBe("unsure");
  });

  it("asks for more where the park wants to know more of a unit first", () => {
    const careful = { ...made, policy: { ...made.policy, routing: { leastCases: 41 } } };
    const directory = createDirectory(careful, GONE);
    experience.renew({ heard: { upTo: 2, deciding: [] }, decided: [], lesson: null });
    expect(routeIn("车间的变压器嗡嗡响", park).kind).toBe("sure");
    expect(routeIn("车间的变压器嗡嗡响", { directory, experience }).kind).toBe("unsure");
  });
});
