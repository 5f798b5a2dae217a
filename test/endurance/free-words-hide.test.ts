import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reply } from "../../src/chat/reply.ts";
import type { State } from "../../src/domain/issue/issue.ts";
import type { Context } from "../../src/issues/context.ts";
import { assists, issues, requests } from "../../src/store/schema.ts";
import { supervisions } from "../../src/store/schema-supervision.ts";
import { COMMANDS, COMMON } from "../support/commands.ts";
import { NOW, PARKS, putIn, SecretLedger, SPEAKERS, type Speaker, say } from "../support/secrets.ts";
import { told } from "../support/told.ts";

/**
 * A confidential issue of 周长友's stands in the ledger, or it does not: whoever may not see it is answered the same, in whatever
 * words he asks. So nothing counts it, lists it, offers a move of it or takes its number for one that is there.
 */

const PARK = PARKS["with direct messages"];
/** Another company; a colleague; he himself where others listen; a guest; the coordinator in a group of companies. */
const OUTSIDERS = SPEAKERS.filter(([name, , , chat]) =>
  ["陈立新wrkQiye", "陈立新null", "吴晓燕null", "周长友wrkQiye", "小何cidQiye", "李敏wrkQiye"].includes(
    `${name}${chat}`,
  ),
);
const INSIDER: Speaker = SPEAKERS[4];

/** What the weekly digest tells every group of companies of the park as a whole, confidential issues among it. */
const TOTALS = /^(?:收集|已解决) \d.*$/gmu;
/** Another one each time. */
const LINK = /\/login\/link\/\w+/gu;

/** These file something, and an issue that is filed has the next number, which runs on whatever is taken back. */
const FILES: ReadonlySet<string> = new Set(["submit", "for", "iam", "next"]);

const { share, states } = told<{ readonly share: number; readonly states: readonly State[] }>({
  short: { share: 60, states: ["answered"] },
  full: { share: 1, states: ["submitted", "in_progress", "answered", "closed"] },
});

/** Each command with its number left out, with the issue's own, and of all: a share of them for each speaker. */
function commandsOf(id: number, speaker: Speaker): readonly string[] {
  const all = COMMANDS.filter(({ name }) => !FILES.has(name)).flatMap(({ words, number }) => {
    const [word = ""] = words;
    return number === "no" ? [word] : [word, `${word} ${id}`, `${id}号${word}`, `全部${word}`];
  });
  const turn = SPEAKERS.indexOf(speaker);
  return all.filter((_, index) => index % share === turn % share);
}

/** What people say of it without a command's word. */
function freeOf(id: number): readonly string[] {
  return [
    "围墙的事怎么样了",
    "停停停那个到哪一步了",
    "围墙那个催一下",
    "围墙还是没好",
    "围墙已经修好了，谢谢",
    "围墙又坏了",
    "围墙那件不用办了",
    "围墙的补充一下，是东边那段",
    "我们这边围墙也是这样",
    "解决了",
    "还没解决",
    "能理解，就这样吧",
    "撤了吧",
    "很满意，五星",
    "同意",
    "不同意，按期办",
    `${id}号现在什么情况`,
    `${id}`,
    `#${id} 怎么还没人来`,
    `${id}和${id + 1}怎么样了`,
    "我的诉求有哪些",
    "有几件超期的",
    "中塑科技有哪些诉求",
    "现在有多少件没办完",
    "您好",
    "帮助",
    "abc",
  ];
}

describe("a confidential issue that somebody may not see", () => {
  let ledger: SecretLedger;
  beforeAll(async () => {
    ledger = await SecretLedger.open();
  });
  afterAll(() => ledger.close());

  async function without({ db }: Context): Promise<void> {
    const id = ledger.issueId;
    await db.delete(assists).where(eq(assists.issueId, id));
    await db.delete(requests).where(eq(requests.issueId, id));
    await db.delete(supervisions).where(eq(supervisions.issueId, id));
    await db.delete(issues).where(eq(issues.id, id));
  }

  /** What is answered where it was said, when the ledger is made so before. */
  async function answer(speaker: Speaker, text: string, make: (ctx: Context) => Promise<void>): Promise<string> {
    const arrived = await ledger.arrivals(PARK, NOW, async (ctx) => {
      await make(ctx);
      await reply(ctx, say(speaker, text), COMMON);
    });
    const said = arrived.flatMap(({ kind, words }) => (kind === "reply" ? [words] : []));
    return said.join("\n").replace(TOTALS, "").replace(LINK, "");
  }

  async function differing(speakers: readonly Speaker[], state: State): Promise<readonly string[]> {
    const found: string[] = [];
    for (const speaker of speakers) {
      for (const text of [...commandsOf(ledger.issueId, speaker), ...freeOf(ledger.issueId)]) {
        const there = await answer(speaker, text, (ctx) => putIn(ctx, ledger.issueId, state));
        const gone = await answer(speaker, text, without);
        if (there !== gone) found.push(`${speaker.join(" ")}: ${text}\n${there}\n≠\n${gone}`);
      }
    }
    return found;
  }

  it.each(states)("changes no answer: %s", async (state) => {
    expect(await differing(OUTSIDERS, state)).toEqual([]);
  });

  it("changes many for the one who raised it, so that this test can fail", async () => {
    expect((await differing([INSIDER], "answered")).length).toBeGreaterThan(10);
  });
});
