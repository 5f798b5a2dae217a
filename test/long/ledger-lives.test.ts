import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { expect, it, onTestFinished } from "vitest";
import { audit } from "../../src/cli/audit.ts";
import { ledger } from "../../src/cli/ledger.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { liveThrough } from "../support/lives.ts";
import { expectMonthAgrees } from "../support/month-agrees.ts";
import { startPark } from "../support/park.ts";
import { onServer } from "../support/store.ts";

const [FROM, TO] = ["2026-09-23T09:00:00+08:00", "2026-10-12T17:30:00+08:00"];

it("a ledger of random lives is the same when it was exported and taken over into an empty database", async () => {
  const [first, second] = [await freshDatabase("postgresql"), await freshDatabase("postgresql")];
  const folder = await mkdtemp(join(tmpdir(), "chaxu-lives-"));
  onTestFinished(async () => {
    await Promise.all([first.drop(), second.drop(), rm(folder, { recursive: true })]);
  });
  const park = await startPark(first, FROM);
  await liveThrough(park, { issues: 60, seed: 12, from: new Date(FROM), to: new Date(TO) }, async () => {});
  await expectMonthAgrees(park);
  const offset = park.app.clock.now().getTime() - Date.now();
  await park.close();
  await onServer(
    second.databaseUrl ?? "",
    `insert into settings (name, value) values ('clock-offset', '${offset}') on conflict (name) do update set value = excluded.value`,
  );
  const run = async ({ databaseUrl, dataDir }: TestDatabase, tool: typeof ledger, ...words: readonly string[]) => {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir };
    expect(await tool({ words: [...words, "--lang", "zh"], env, say, complain: say }), lines.join("\n")).toBe(0);
    return lines.at(-1);
  };
  const [a, b] = [join(folder, "a.xlsx"), join(folder, "b.xlsx")];
  await run(first, ledger, "export", a);
  expect(await run(second, ledger, "import", a)).toMatch(/^已导入 60 行，已有 0 行，退回 0 行/);
  await run(second, ledger, "export", b);
  const [one, other] = [await readXlsx(await readFile(a)), await readXlsx(await readFile(b))];
  for (const name of ["问题清单", "责任清单", "统计"]) {
    const rowsOf = ({ sheets }: typeof one) => sheets.find((sheet) => sheet.name === name)?.rows;
    expect(rowsOf(other), name).toEqual(rowsOf(one));
  }
  await run(second, audit, "verify");
});
