import { describe, expect, it } from "vitest";
import type { Park } from "../support/park.ts";
import { headlines, quietBeginning } from "../support/story.ts";

/** What several units want to give back is decided in one sentence. */

const open = quietBeginning("2026-11-16T09:00:00+08:00", {}, async (park) => {
  await park.say("周长友", "qiye", "诉求 夜里打桩太吵");
  await park.say("何静", "qiye", "诉求 垃圾三天没人清运");
  for (const id of [1, 2]) {
    await park.say("李敏", "direct", `派单 ${id} 建设管理局`);
    await park.say("曾敏", "jianshe", `签收 ${id}`);
    await park.say("曾敏", "jianshe", `退单 ${id} 不归我们管`);
  }
});

/** The units that each was given to last. */
async function unitsOf(park: Park): Promise<readonly string[]> {
  return [await park.say("李敏", "direct", "进度 1"), await park.say("李敏", "direct", "进度 2")];
}

describe("returns that wait", () => {
  it("go to the unit beside each number", async () => {
    const park = await open();
    const told = await park.say("李敏", "direct", "同意1、2，1给公安，2还是社会局");
    expect(told).toContain("已派给公安分局　#1");
    expect(told).toContain("已派给社会事务局　#2");
    expect(headlines(park.said("gongan")).at(-1)).toContain("派单 #1");
    expect(headlines(park.said("shehui")).at(-1)).toContain("派单 #2");
    expect(park.said("gongan").join("\n")).not.toContain("社会局");
  });

  it("are all shown with the unit that is named, and given to it by a yes", async () => {
    const park = await open();
    const shown = await park.say("李敏", "direct", "退的那两个让经发办，同意");
    expect(shown).toContain("#1");
    expect(shown).toContain("#2");
    expect(shown).toContain("经济发展局");
    const told = await park.say("李敏", "direct", "是");
    expect(told).toContain("已派给经济发展局　#1");
    expect(told).toContain("已派给经济发展局　#2");
  });

  it("are not given to a unit that is not there: who shall have them is asked", async () => {
    const park = await open();
    const asked = await park.say("李敏", "direct", "退的那两个让城投办，同意");
    expect(asked).toContain("#1");
    expect(asked).toContain("#2");
    expect(asked).not.toContain("已同意");
    expect(await park.say("李敏", "direct", "公安")).toContain("已派给公安分局　#1");
    expect((await unitsOf(park))[1]).toContain("建设管理局");
  });

  it("are asked about where they are not as many", async () => {
    const park = await open();
    const asked = await park.say("李敏", "direct", "退的那三个都同意");
    expect(asked).toContain("#1");
    expect(asked).toContain("#2");
    expect(asked).not.toContain("已同意");
  });
});
