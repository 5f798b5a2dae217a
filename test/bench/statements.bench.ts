import { Client } from "pg";
import { describe, it } from "vitest";
import { freshDatabase } from "../support/databases.ts";
import { startPark } from "../support/park.ts";

/** Every statement of one intake, and of the moves and questions that come most often, in order, with what else goes on at that time. */

const SAID = [
  ["周长友", "qiye", "诉求 三车间昨晚停电两次"],
  ["王建国", "gongdian", "签收 1"],
  ["周长友", "qiye", "进度 1"],
  ["王建国", "gongdian", "答复 1 开关已更换"],
  ["周长友", "qiye", "已解决 1"],
] as const;

describe("the statements", () => {
  it("of one message each", async () => {
    const place = await freshDatabase("postgresql");
    const texts: string[] = [];
    const query: (...all: unknown[]) => unknown = Client.prototype.query;
    const noted = function (this: Client, asked: unknown, ...rest: unknown[]) {
      const text = typeof asked === "string" ? asked : (asked as { text?: string }).text;
      texts.push(text ?? "");
      return query.call(this, asked, ...rest);
    };
    Object.assign(Client.prototype, { query: noted });
    const park = await startPark(place, "2025-11-17T09:00:00+08:00");
    try {
      await park.say("周长友", "qiye", "诉求 零车间停电");
      await park.settle();
      for (const [person, chat, text] of SAID) {
        texts.splice(0);
        await park.say(person, chat, text.replace(" 1", " 2"));
        const own = [...texts];
        process.stdout.write(
          `\n${text}: ${own.length} statements\n${own.map((one) => `  ${short(one)}`).join("\n")}\n`,
        );
        await park.settle();
      }
    } finally {
      Object.assign(Client.prototype, { query });
      await park.close();
      await place.drop();
    }
  });
});

function short(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/"/g, "")
    .replace(/(select|returning) .{60,}? from/, "$1 … from")
    .slice(0, 150);
}
