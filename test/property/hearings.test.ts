import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Account, enter, settle } from "../../src/connections/hearings.ts";
import type { Ledger, Span } from "../../src/store/roads.ts";

/** Who is silent for so long is not counted on; a process says how it stands this often, in steps. */
const GRACE = 90;
const SAYS_EVERY = 50;
const NIGHT = 1_000;
/** Its connection proves that it lives this often. */
const PROVES_EVERY = 7;
const HANGS_FOR = 150;
/** Of a process that leaves in order. */
const END = 14;

/** What happens in a step to one of the processes. */
type Blow = "cut" | "opens" | "killed" | "stopped" | "hurried" | "hangs";
interface Stroke {
  readonly at: number;
  readonly process: number;
  readonly blow: Blow;
  /** What it says of that is written so many steps later. */
  readonly late: number;
}

const STROKE = fc.record({
  at: fc.integer({ min: 1, max: NIGHT - 300 }),
  process: fc.integer({ min: 0, max: 2 }),
  blow: fc.constantFrom<Blow>("cut", "cut", "cut", "opens", "opens", "opens", "killed", "stopped", "hurried", "hangs"),
  late: fc.integer({ min: 0, max: 40 }),
});

/** A process with its connection. */
class Life {
  readonly owner: string;
  readonly heard: Span[] = [];
  since: number | null = null;
  until: number | null = null;
  saysAt: number;
  dead = false;
  #cuts: Account["cuts"][number][] = [];

  constructor(owner: string, at: number) {
    this.owner = owner;
    this.saysAt = at;
  }

  opens(at: number): void {
    if (this.since !== null) return;
    this.#cuts.push({ from: this.until, to: at });
    this.since = at;
    this.until = at;
    this.heard.push({ since: at, until: at });
  }

  lives(at: number): void {
    if (this.since === null || at % PROVES_EVERY !== 0) return;
    this.until = at;
    const last = this.heard.pop();
    if (last !== undefined) this.heard.push({ ...last, until: at });
  }

  account(at: number, leaves = false): Account {
    const cuts = this.#cuts;
    this.#cuts = [];
    return { owner: this.owner, cuts, since: this.since, until: this.until, leaves, at };
  }
}

/** A night of some processes: what nobody heard of it, and what was noted of that. */
function tell(strokes: readonly Stroke[], processes = 3): { truth: Span[]; noted: Span[] } {
  let ledger: Ledger = { settled: null, hearings: {} };
  const noted: Span[] = [];
  const indexes = Array.from({ length: processes }, (_, index) => index);
  const all: Life[] = indexes.map((index) => new Life(`${index}`, 0));
  const lives = [...all];
  const replace = (index: number, at: number) => {
    const next = new Life(`${all.length}`, at + 1);
    lives[index] = next;
    all.push(next);
  };
  for (let at = 0; at <= NIGHT; at++) {
    for (const life of lives) life.lives(at);
    const first: readonly Stroke[] =
      at === 0 ? indexes.map((process) => ({ at, process, blow: "opens", late: 0 })) : [];
    for (const { process, blow, late } of [...first, ...strokes.filter((one) => one.at === at)]) {
      const life = lives[process];
      if (life === undefined) continue;
      if (blow === "opens") life.opens(at);
      else if (blow === "cut") life.since = null;
      else if (blow === "killed") {
        life.dead = true;
        replace(process, at);
      } else if (blow === "stopped") {
        ledger = enter(ledger, life.account(at, true), GRACE);
        life.dead = true;
        replace(process, at);
      }
      if (blow === "hangs") life.saysAt = at + HANGS_FOR;
      else life.saysAt = Math.min(life.saysAt, at + (blow === "hurried" ? 0 : late));
    }
    // At the end of the night everybody has his connection.
    if (at === NIGHT - 200) for (const life of lives) life.opens(at);
    for (const life of lives) {
      if (at < life.saysAt) continue;
      life.saysAt = at + SAYS_EVERY;
      const done = settle(enter(ledger, life.account(at), GRACE), at, GRACE);
      ledger = done.ledger;
      noted.push(...done.unheard);
    }
  }
  return { truth: holesIn(all.flatMap(({ heard }) => heard)), noted };
}

function holesIn(spans: readonly Span[]): Span[] {
  const holes: Span[] = [];
  let heardUntil = 0;
  for (const { since, until } of [...spans].sort((a, b) => a.since - b.since)) {
    if (since > heardUntil) holes.push({ since: heardUntil, until: since });
    heardUntil = Math.max(heardUntil, until);
  }
  return holes;
}

const NIGHTS = fc.array(STROKE, { maxLength: 60 });
const without = (strokes: readonly Stroke[], ...blows: readonly Blow[]) =>
  strokes.filter(({ blow }) => !blows.includes(blow));

describe("what several processes heard on one road", () => {
  it("leaves no moment unheard that is not noted, whoever is cut, killed or late to say so", () => {
    fc.assert(
      fc.property(NIGHTS, (strokes) => {
        const { truth, noted } = tell(without(strokes, "stopped"));
        expect(truth.filter((hole) => !isCovered(hole, noted))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("notes nothing twice", () => {
    fc.assert(
      fc.property(NIGHTS, (strokes) => {
        const { noted } = tell(strokes);
        const sorted = [...noted].sort((a, b) => a.since - b.since);
        expect(sorted.filter(({ since }, index) => since < (sorted[index - 1]?.until ?? 0))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("notes exactly that, when everybody says at once what happened to him", () => {
    fc.assert(
      fc.property(NIGHTS, (strokes) => {
        const prompt = without(strokes, "killed", "stopped", "hangs").map((one) => ({ ...one, late: 0 }));
        const { truth, noted } = tell(prompt);
        expect(noted).toEqual(truth);
      }),
      { numRuns: 150 },
    );
  });

  it("notes exactly that of a process that is alone, however late it says so", () => {
    fc.assert(
      fc.property(NIGHTS, (strokes) => {
        const own = without(strokes, "killed", "stopped").map((one) => ({ ...one, process: 0 }));
        const { truth, noted } = tell(own, 1);
        expect(noted).toEqual(truth);
      }),
      { numRuns: 150 },
    );
  });

  it("takes an ordered start anew for nothing that was missed, and a long absence for what it is", () => {
    const life = new Life("one", 0);
    life.opens(0);
    life.lives(END);
    const left = enter({ settled: null, hearings: {} }, life.account(END, true), GRACE);
    for (const [at, unheard] of [
      [END + GRACE - 1, []],
      [END + GRACE, [{ since: END, until: END + GRACE }]],
    ] as const) {
      const next = new Life("two", 0);
      next.opens(at);
      expect(settle(enter(left, next.account(at), GRACE), at, GRACE).unheard).toEqual(unheard);
    }
  });

  it("takes an ordered start anew of all for nothing as well, whoever leaves last", () => {
    const [one, two] = [new Life("one", 0), new Life("two", 0)];
    const both = [one, two].reduce<Ledger>(
      (ledger, life) => {
        life.opens(0);
        life.lives(END);
        return enter(ledger, life.account(END), GRACE);
      },
      { settled: null, hearings: {} },
    );
    const left = enter(enter(both, one.account(END, true), GRACE), two.account(END, true), GRACE);
    const next = new Life("next", 0);
    next.opens(END + 30);
    expect(settle(enter(left, next.account(END + 30), GRACE), END + 30, GRACE).unheard).toEqual([]);
  });

  it("forgets what is settled", () => {
    fc.assert(
      fc.property(NIGHTS, (strokes) => {
        let ledger: Ledger = { settled: null, hearings: {} };
        const life = new Life("one", 0);
        life.opens(0);
        for (let at = 1; at < NIGHT; at += 10) {
          const cut = strokes.some((one) => Math.abs(one.at - at) < 5);
          if (cut) {
            life.since = null;
            life.opens(at);
          }
          life.lives(at);
          ledger = settle(enter(ledger, life.account(at), GRACE), at, GRACE).ledger;
        }
        expect(ledger.hearings["one"]?.spans.length).toBeLessThan(3);
      }),
    );
  });
});

function isCovered({ since, until }: Span, noted: readonly Span[]): boolean {
  let covered = since;
  for (const one of [...noted].sort((a, b) => a.since - b.since)) {
    if (one.since <= covered) covered = Math.max(covered, one.until);
  }
  return covered >= until;
}
