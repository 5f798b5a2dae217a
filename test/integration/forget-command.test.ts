import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { org } from "../../src/cli/org.ts";
import { audit } from "../../src/issues/audit.ts";
import { seal } from "../../src/issues/seal.ts";
import { answered } from "../../src/store/answered.ts";
import type { Db } from "../../src/store/client.ts";
import { dropSettings, writeSetting } from "../../src/store/settings.ts";
import { freshDatabase } from "../support/databases.ts";
import { startPark } from "../support/park.ts";

/** 刘洋 works for the power company and leaves; 周长友 speaks for 中塑科技 (zhongsu), and leaves too. */
const SAMPLE = new URL("../../src/org/sample-park.yaml", import.meta.url);

/** Where a word stands in the whole database: the names of tables. */
async function tablesWith(db: Db, word: string): Promise<readonly string[]> {
  const tables = answered<{ name: string }>(
    await db.execute(
      sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    ),
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const table = sql.identifier(name);
    const rows = answered(
      await db.execute(sql`select 1 from ${table} t where position(${word} in to_jsonb(t)::text) > 0 limit 1`),
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe("what is kept of a company and of a person", () => {
  it("is written to a file as a whole, and is taken out everywhere when that person has left, with the record whole", async () => {
    const place = await freshDatabase("postgresql");
    onTestFinished(() => place.drop());
    const file = join(place.dataDir, "org.yaml");
    const sample = await readFile(SAMPLE, "utf8");
    await writeFile(file, sample);
    const park = await startPark(place, "2026-11-16T09:00:00+08:00", { ORG_FILE: file });
    const { db } = park.app;
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次，请联系周长友 139 1234 5678");
    await park.say("刘洋", "gongdian", "签收 1");
    await park.say("刘洋", "gongdian", "备注 1 已与周长友13912345678通话，刘洋负责");
    await park.say("刘洋", "gongdian", "进度 1");
    // Somebody else's, in which his number alone stands, and otherwise grouped.
    await park.say("唐志强", "qiye-dingtalk", "诉求 厂门口路面塌陷，值班电话 139-1234-5678");
    // The second is no file that is taken, so that the record does not know it.
    for (const [person, id, name, bytes] of [
      ["周长友", 1, "周长友13912345678.pdf", "%PDF-1.7\n%%EOF"],
      ["唐志强", 2, "刘洋的名片.pdf", "MZ"],
    ] as const) {
      const file = { name, mime: "application/pdf", bytes: Buffer.from(bytes) };
      await park.say(person, "direct", `补充 ${id} 名片在这里`, { files: [file] });
    }
    await park.say("周长友", "direct", "看板");
    await seal(db, park.app.clock.now());
    const env = {
      LANG: "C.UTF-8",
      ORG_FILE: file,
      DATABASE_URL: place.databaseUrl ?? "",
      DATA_DIR: place.dataDir,
      SANDBOX: "on",
    };
    const run = async (...words: readonly string[]) => {
      const lines: string[] = [];
      const say = (line: string) => void lines.push(line);
      return { code: await org({ words, env, say, complain: say }), text: lines.join("\n") };
    };

    const folder = join(place.dataDir, "out");
    expect(await run("export-company", "nobody", folder)).toMatchObject({
      code: 1,
      text: expect.stringContaining("no company"),
    });
    expect(await run("export-company", "zhongsu", folder)).toMatchObject({
      code: 0,
      text: expect.stringContaining("1 issue,"),
    });
    expect(await run("export-company", "zhongsu", folder)).toMatchObject({
      code: 1,
      text: expect.stringContaining("is there already"),
    });
    const path = join(folder, "zhongsu.json");
    expect((await stat(path)).mode & 0o077).toBe(0);
    const whole = JSON.parse(await readFile(path, "utf8"));
    expect(whole).toMatchObject({
      company: { code: "zhongsu", name: "湖南中塑科技有限公司" },
      issues: [{ issue: { id: 1 } }],
    });
    expect(whole.issues[0].events.map((one: { action: string }) => one.action)).toEqual([
      "submit",
      "sign",
      "note",
      "supplement",
      "files",
    ]);
    expect(JSON.stringify(whole.issues[0].messages)).toContain("已签收　#1 三车间昨晚停电两次");

    expect(await run("forget", "刘洋", "--yes")).toMatchObject({
      code: 1,
      text: expect.stringContaining("still stands in the org file"),
    });
    await park.close();
    await writeFile(file, sample.replace(/^ {2}- \{ name: (?:刘洋|周长友),.*\n/gm, ""));
    const after = await startPark(place, undefined, { ORG_FILE: file });
    onTestFinished(() => after.close());
    const { db: fresh } = after.app;
    // What told of a lost file goes earlier than its name.
    await fresh.execute(sql`delete from notices where position('刘洋的名片' in body::text) > 0`);
    // The file below what was changed on the board is kept whole, and may still come into force.
    await writeSetting(fresh, "org-file-before-the-board", sample);
    expect((await run("forget", "周长友", "--yes")).text).toContain("still stands in the org file");
    await dropSettings(fresh, "org-file-before-the-board");
    expect(await run("forget", "周长友", "139-1234-5678")).toMatchObject({
      code: 1,
      text: expect.stringContaining("add --yes"),
    });
    expect(await tablesWith(fresh, "周长友")).toEqual(expect.arrayContaining(["events", "issues", "notices"]));
    expect((await run("forget", "周长友", "139-1234-5678", "--yes")).code).toBe(0);
    expect((await run("forget", "刘洋", "--yes")).code).toBe(0);
    // Who was in the org file when is a record of its own, which docs/operations.md says.
    for (const word of ["周长友", "zhouchangyou", "13912345678", "139 1234 5678", "刘洋", "0254572"])
      expect(
        (await tablesWith(fresh, word)).filter((one) => one !== "org_changes"),
        word,
      ).toEqual([]);
    const now = after.app.clock.now();
    await seal(fresh, now);
    expect(await audit(fresh, now)).toMatchObject({ issues: 2, sealed: { forgotten: 5 } });
    const looks = answered(await fresh.execute(sql`select person from views where kind = 'contacts' order by id`));
    // That it was exported is noted as a look, too.
    expect(looks).toEqual([{ person: "（已隐去）" }, { person: "命令行导出台账" }]);
  });
});
