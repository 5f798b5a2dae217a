import { expect, it } from "vitest";
import { openPark } from "../support/story.ts";

it("the first start shows a week of an issue, also to somebody who moves the clock meanwhile", async () => {
  const park = await openPark("2026-11-18T09:00:00+08:00");
  const lines: string[] = [];
  let moved: Promise<Date> | undefined;
  await park.app.tour((line) => {
    lines.push(line);
    // 李敏 looks at the page already, and wants to see the reminders.
    if (line.includes("措施"))
      moved ??= park.app.clockControl.moveTo((now) => new Date(now.getTime() + 16 * 86_400_000));
  });
  await moved;
  const scenes = lines.filter((line) => line.startsWith("【")).map((line) => line.slice(1, 3));
  expect(scenes).toEqual(["周一", "供电", "周二", "周四", "企业", "企业", "周五", "下周"]);
  expect(lines.join("\n")).toMatch(
    /茶叙：已收到 #1.*茶叙：已签收　#1.*茶叙：已答复，待企业确认　#1.*茶叙：已办结：已解决　#1/s,
  );
  expect(park.app.clock.now().getTime()).toBeGreaterThan(Date.parse("2026-11-25T00:00:00+08:00"));
});
