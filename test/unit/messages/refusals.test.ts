import { describe, expect, it } from "vitest";
import { ACTIONS, isDoable } from "../../../src/domain/issue/lifecycle.ts";
import { onPages, say } from "../../../src/messages/card.ts";
import { renderText } from "../../../src/messages/render-text.ts";
import type { Saying } from "../../../src/messages/saying.ts";
import { REFUSALS, type Refused, sayMergeInto, standingText } from "../../../src/messages/zh-cn/refusals.ts";
import { chatWordsIn } from "../../support/chat-words.ts";

const MOVES = ACTIONS.filter(isDoable);
const NEEDS: readonly Refused["needs"][] = [null, "text", "department", "date", "rating", "issue"];

/** Of every move every refusal, whatever it needs. */
const ALL: readonly (readonly [string, Saying])[] = MOVES.flatMap((action) =>
  Object.entries(REFUSALS).flatMap(([name, told]) =>
    NEEDS.map((needs): readonly [string, Saying] => {
      const at = "11月30日 周一 17:30";
      const named = {
        at,
        day: "11月30日 周一",
        by: "王建国",
        other: 7,
        rating: 4,
        request: "return",
        waits: true,
      } as const;
      const refused = { action, id: 12, lastDay: "2027年5月30日", most: 2000, needs, signed: null, ...named };
      return [`${name} ${action} ${needs}`, told(refused)];
    }),
  ),
);

const inChat = (saying: Saying) => renderText(say(saying));
const onPage = (saying: Saying) => renderText(onPages(say(saying)));

describe("a refusal", () => {
  it("tells on a page what is wrong, and nothing that is said in a chat", () => {
    for (const [what, saying] of ALL) {
      const stands = { id: 12, state: "办理中", unit: "供电公司", can: ["答复 12 …", "延期 12 3天 原因"] };
      const whole = standingText(stands, saying);
      expect(onPage(saying), what).not.toBe("");
      expect(chatWordsIn([onPage(saying), onPage(whole)]), what).toBeUndefined();
      expect(onPage(whole), what).toMatch(/；#12 现在「办理中」，由供电公司负责。$/);
      expect(inChat(whole), what).toMatch(/；#12 现在「办理中」，由供电公司负责，可以：答复 12 …、延期 12 3天 原因。$/);
    }
    expect(onPage(sayMergeInto(12))).toBe("请写明 #12 并入哪一件");
  });

  it("teaches in a chat how it is said", () => {
    expect(ALL.filter(([, saying]) => chatWordsIn([inChat(saying)]) !== undefined).length).toBeGreaterThan(
      MOVES.length,
    );
    expect(inChat(sayMergeInto(12))).toBe("请写明 #12 并入哪一件，例如：合并 12 7");
  });
});
