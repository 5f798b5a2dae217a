import { expect } from "vitest";
import { FROM_CLOCK } from "../../src/issues/context.ts";
import { move, readDossier } from "../../src/issues/move.ts";
import type { Park } from "../support/park.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** Moves an issue so far, by the table, as its department and its company would. */
async function moveTo(park: Park, id: number, end: "signed" | "measured" | "solved"): Promise<void> {
  const { db, clock, holder } = park.app;
  const [head, coordinator] = [holder.park.directory.person("王建国"), holder.park.directory.person("李敏")];
  const all = ["sign", "measure", "answer", "solved"] as const;
  for (const action of all.slice(0, { signed: 1, measured: 2, solved: 4 }[end])) {
    const person = action === "solved" ? coordinator : head;
    if (person === undefined) throw new Error("the park has no such person");
    // Of what the coordinator raised for a company, the company says itself that it is solved.
    const actor = { ...person, kind: "person", ...(action === "solved" ? COMPANY : {}) } as const;
    await db.transaction(async (tx) => {
      const ctx = { db: tx, now: clock.now(), park: holder.park };
      const dossier = await readDossier(ctx, id, true);
      if (dossier === null) throw new Error(`there is no issue ${id}`);
      expect(
        await move(ctx, dossier, { action, actor, input: { text: "更换开关" }, source: FROM_CLOCK }),
      ).not.toHaveProperty("refused");
    });
  }
}

const COMPANY = { role: "liaison", enterprise: "zhongsu", name: "周长友" } as const;

/** The park's own figures. */
const [sessions, collected, measured, solved] = [16, 95, 92, 82];

variant(
  `${sessions} of them with ${collected} issues, ${measured} measures and ${solved} solved give the park's own sentence`,
  async () => {
    const park = await openQuietPark("2025-12-01T09:00:00+08:00");
    let filed = 0;
    let recap = "";
    let monday = new Date("2025-12-01T20:00:00+08:00");
    for (let session = 1; session <= sessions; session++) {
      await park.at(monday.toISOString());
      expect(await park.say("李敏", "direct", "主题日 开始")).toContain(`主题日第 ${session} 期开始`);
      const count = Math.min(6, collected - filed);
      const list = Array.from({ length: count }, (_, index) => `中塑科技：第 ${filed + index + 1} 件 停电`).join("\n");
      await park.say("李敏", "direct", `主题日 录入\n${list}`);
      expect(await park.say("李敏", "direct", "主题日 确认")).toContain(`已登记 ${count} 件`);
      for (let id = filed + 1; id <= filed + count; id++) {
        await moveTo(park, id, id <= solved ? "solved" : id <= measured ? "measured" : "signed");
      }
      filed += count;
      recap = await park.say("李敏", "direct", "主题日 结束");
      do monday = new Date(monday.getTime() + 7 * 86_400_000);
      while (!park.app.holder.park.calendar.isWorkday(park.app.holder.park.calendar.dateOf(monday)));
    }
    expect(filed).toBe(collected);
    const sentence = `已开展 ${sessions} 期，收集 ${collected} 条，制定措施 ${measured} 条，解决 ${solved} 条`;
    expect(recap).toContain(sentence);
    expect(park.said("duban").filter((text) => text.includes(sentence))).toHaveLength(1);
  },
  240_000,
);
