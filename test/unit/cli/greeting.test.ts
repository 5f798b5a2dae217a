import { expect, it } from "vitest";
import { greet, type Started } from "../../../src/cli/greeting.ts";

async function linesOf(more: Partial<Started>): Promise<readonly string[]> {
  const lines: string[] = [];
  const started: Started = {
    parkName: "永州经开区",
    database: "embedded",
    dataDir: "./data",
    platforms: "WeCom and DingTalk, simulated",
    sandbox: true,
    address: "http://127.0.0.1:3000/sandbox",
    tour: async (say) => say("a week is played"),
    clockStands: () => "11月30日 周一 08:30",
    ...more,
  };
  await greet(started, (line) => void lines.push(line));
  return lines;
}

it("a start says its address before the week is played, and again when it is ready", async () => {
  expect(await linesOf({})).toEqual([
    "茶叙 Chaxu for 永州经开区",
    "  database   embedded, in ./data/db",
    "  platforms  WeCom and DingTalk, simulated",
    "  sandbox    on",
    "  address    http://127.0.0.1:3000/sandbox",
    "a week is played",
    "The sandbox's clock stands at 11月30日 周一 08:30. To begin anew, stop and delete ./data.",
    "Ready: http://127.0.0.1:3000/sandbox",
  ]);
});

it("a start without the sandbox says nothing of a clock", async () => {
  const lines = await linesOf({ sandbox: false, database: "postgresql", platforms: "", tour: async () => {} });
  expect(lines.slice(1)).toEqual([
    "  database   PostgreSQL",
    "  platforms  none configured",
    "  sandbox    off",
    "  address    http://127.0.0.1:3000/sandbox",
    "Ready: http://127.0.0.1:3000/sandbox",
  ]);
});
