import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makePglite, openPglite } from "../../src/store/embedded.ts";
import { variant } from "../support/told.ts";

describe("the folder of the embedded database", () => {
  let parent: string;
  let folder: string;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), "chaxu-embedded-"));
    folder = join(parent, "data", "db");
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  it("has a whole database, whatever a process that was killed while making it has left", async () => {
    await mkdir(`${folder}.half`, { recursive: true });
    await writeFile(join(`${folder}.half`, "PG_VERSION"), "18\n");
    await makePglite(folder);
    expect(existsSync(`${folder}.half`)).toBe(false);
    const database = await openPglite(folder);
    await database.exec("create table kept (n int); insert into kept values (7)");
    await database.close();

    await makePglite(folder);
    const again = await openPglite(folder);
    expect((await again.query("select n from kept")).rows).toEqual([{ n: 7 }]);
    expect((await again.query("show shared_buffers")).rows).toEqual([{ shared_buffers: "32MB" }]);
    await again.close();
  });

  variant("is named in a sentence when none can be made in it", async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "something"), "of somebody else's");
    await expect(makePglite(folder)).rejects.toMatchObject({
      code: "data-dir",
      message: expect.stringMatching(/^DATA_DIR: no database could be made in .*ENOTEMPTY/u),
    });
    expect(existsSync(`${folder}.half`)).toBe(false);
  });
});
