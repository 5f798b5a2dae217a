import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Audience, mayShow } from "../../src/domain/issue/audience.ts";
import type { Hearer } from "../../src/domain/issue/decision.ts";
import { type Issue, STATES } from "../../src/domain/issue/issue.ts";
import { placesFor } from "../../src/domain/notice/hearers.ts";
import { laneOf } from "../../src/domain/notice/places.ts";
import type { Org } from "../../src/domain/park/org.ts";
import { involvedIn } from "../../src/domain/park/park.ts";
import { EMPTY_ROSTER } from "../../src/domain/park/roster.ts";
import { titleOf } from "../../src/domain/zh-cn-title.ts";
import { enterpriseWeekly } from "../../src/features/digests/enterprise-weekly.ts";
import { issueLine, receiptCard } from "../../src/messages/issue-card.ts";
import { Reader } from "../../src/messages/reader.ts";
import { EMPTY } from "../support/digests.ts";
import { COMPANY, GUEST, issue, ORG, on, PARK, parkOf, person } from "../support/domain.ts";

const NOW = on("11-18 10:00");

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });
const phone = fc
  .tuple(fc.constantFrom("138", "199", "139 ", "+86 177-"), digits(4), fc.constantFrom("", "-", " "), digits(4))
  .map((parts) => parts.join(""));
const names = ["湖南中塑科技有限公司", "中塑科技", "中塑 科技", "ZS Tech", "ｚｓtech", "周长友", "吴晓燕"];
const piece = fc.oneof(
  phone.map((one) => `，${one}。`),
  fc.constantFrom(...names),
  fc.constantFrom("停电", "三车间", "\n", "。", "12", "电话", "😀"),
  fc.string({ maxLength: 8 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

const someIssue: fc.Arbitrary<Issue> = fc
  .record({
    id: fc.integer({ min: 1, max: 999 }),
    text,
    measure: fc.option(text),
    publicAnswer: fc.option(text),
    state: fc.constantFrom(...STATES),
    confidential: fc.boolean(),
    publicIn: fc.constantFrom("qiye", "other", null),
    department: fc.constantFrom("power", "works", "economy", null),
    verified: fc.boolean(),
  })
  .map(({ verified, ...rest }) => {
    const reporter = { name: "周长友", platform: "wecom", userId: "zhouchangyou", verified } as const;
    return issue({ ...rest, title: titleOf(rest.text), reporter });
  });

const audience: fc.Arbitrary<Audience> = fc.constantFrom<Audience>(
  { kind: "enterprise", chat: "qiye" },
  { kind: "enterprise", chat: "other" },
  { kind: "company", actor: COMPANY },
  { kind: "company", actor: person("吴晓燕") },
  { kind: "company", actor: person("陈立新") },
  { kind: "company", actor: GUEST },
  { kind: "department", department: "power" },
  { kind: "department", department: "works" },
  { kind: "supervision" },
  { kind: "coordinator" },
);

const PHONE = /1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}/u;

/** Without spaces, in one width and case, as somebody would read it. */
const read = (shown: unknown) =>
  JSON.stringify(shown)
    .normalize("NFKC")
    .replace(/\\[nrt]|\s/gu, "")
    .toLowerCase();

describe("what an enterprise group sees", () => {
  it("holds no telephone number, no company and nothing confidential", () => {
    fc.assert(
      fc.property(fc.array(someIssue, { maxLength: 4 }), (issues) => {
        const group = new Reader({ kind: "enterprise", chat: "qiye" }, { park: PARK, now: NOW });
        const ids = issues.map((one) => one.id);
        const facts = { ...EMPTY.weekly, raised: ids, moved: ids, solved: ids, next: ids };
        const card = enterpriseWeekly.card(facts, { issues, reader: group, page: 1 });
        expect(JSON.stringify(card)).not.toMatch(PHONE);
        expect(JSON.stringify(card)).not.toMatch(/保密|🟡|🔴/u);
        const told = card.blocks.flatMap((block) => (block.kind === "list" ? block.items.flat() : []));
        const open = issues.filter((one) => !one.confidential && one.publicIn === "qiye").map((one) => `#${one.id}`);
        for (const line of told) expect(open).toContain(/^(?:【[^】]+】)?(#\d+)/u.exec(line)?.[1]);
        for (const view of issues.filter((one) => group.may(one, [])).map((one) => group.issue(one))) {
          expect(view.company).toBeNull();
          expect(view.confidential).toBe(false);
          expect(view.light).toBeNull();
        }
      }),
    );
    // The control: the numbers are there to be seen.
    expect("，+86 177-1234-5678。").toMatch(PHONE);
  });
});

describe("the company of a confidential issue", () => {
  it("is named to nobody but those who raised it and the coordinator", () => {
    fc.assert(
      fc.property(someIssue, audience, (about, who) => {
        if (!about.confidential || !mayShow(about, who, involvedIn(PARK, about, []))) return;
        expect(who.kind).not.toBe("enterprise");
        if (who.kind === "coordinator") return;
        if (who.kind === "company") {
          expect(who.actor).toBe(COMPANY);
          return;
        }
        const shown = read(new Reader(who, { park: PARK, now: NOW }).issue(about));
        for (const name of names) expect(shown).not.toContain(read(name).slice(1, -1));
      }),
      { numRuns: 500 },
    );
  });
});

describe("a line or a receipt", () => {
  it("holds the number and the title", () => {
    fc.assert(
      fc.property(someIssue, audience, (about, who) => {
        const view = new Reader(who, { park: PARK, now: NOW }).issue(about);
        const [head] = receiptCard(view).blocks;
        for (const line of [issueLine(view), head?.kind === "title" ? head.text : ""]) {
          expect(line).toContain(`#${about.id} `);
          expect(line).toContain(view.title);
        }
      }),
    );
  });
});

describe("every announcement", () => {
  const tell = fc.constantFrom<Hearer>(
    { to: "company" },
    { to: "department" },
    { to: "head" },
    { to: "coordinator" },
    { to: "leader" },
    { to: "supervision" },
    { to: "unit", department: "power" },
    { to: "unit", department: "gone" },
  );
  const org: fc.Arbitrary<Partial<Org>> = fc.record({
    chats: fc.subarray([...ORG.chats]),
    people: fc.subarray([...ORG.people]),
    departments: fc.subarray([...ORG.departments]),
  });

  it("reaches a place when there is a supervision group or a coordinator who is reached", () => {
    let silent = 0;
    fc.assert(
      fc.property(someIssue, tell, org, fc.subarray(["wecom", "dingtalk"]), (about, to, parts, reaches) => {
        const park = parkOf(parts, reaches);
        const coordinator = park.directory.coordinators().length > 0 && reaches.length > 0;
        const found = placesFor(park, about, to, EMPTY_ROSTER);
        for (const place of found) expect(laneOf(park, place.target)).not.toBeNull();
        if (park.directory.supervisionChats().length > 0 || coordinator) expect(found.length).toBeGreaterThan(0);
        else silent += found.length === 0 ? 1 : 0;
      }),
      { numRuns: 500 },
    );
    // The control: without either there are announcements that reach nobody.
    expect(silent).toBeGreaterThan(0);
  });

  it("of a confidential issue never goes to an enterprise group", () => {
    fc.assert(
      fc.property(someIssue, tell, org, (about, to, parts) => {
        if (!about.confidential) return;
        for (const { audience: who } of placesFor(parkOf(parts), about, to, EMPTY_ROSTER))
          expect(who.kind).not.toBe("enterprise");
      }),
    );
  });
});
