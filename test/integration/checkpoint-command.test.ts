import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAuditWords } from "../../src/cli/audit/words.ts";
import { audit } from "../../src/cli/audit.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { file, move, sealed } from "../support/recorded.ts";
import { onServer, openStore } from "../support/store.ts";

describe("the words behind npm run audit", () => {
  it.each<[string, object]>([
    ["verify", { verb: "verify", from: null }],
    ["verify --from a --key b", { verb: "verify", from: { path: "a", key: "b", whole: false } }],
    ["--whole --key b verify --from a", { verb: "verify", from: { path: "a", key: "b", whole: true } }],
    ["checkpoint c --key b", { verb: "checkpoint", path: "c", key: "b", from: null }],
    [
      "checkpoint c --key b --from a --whole",
      { verb: "checkpoint", path: "c", key: "b", from: { path: "a", key: "b", whole: true } },
    ],
    ["verify --fingerprint f", { verb: "compare", fingerprint: "f", key: null }],
    ["verify --key b --fingerprint f", { verb: "compare", fingerprint: "f", key: "b" }],
    ["key folder", { verb: "key", folder: "folder" }],
  ])("are understood: %s", (words, wanted) => {
    expect(readAuditWords(words.split(" "))).toEqual(wanted);
  });

  it.each([
    ["", "What is to be done is not said: verify, checkpoint, key."],
    ["check", "check is not known here. There are: verify, checkpoint, key."],
    ["verify a", "a is one word too many."],
    ["verify --whole", "--whole needs --from FILE as well, which is missing."],
    ["verify --from a", "--from needs --key PUBLIC.pem as well, which is missing."],
    ["verify --fingerprint", "Behind --fingerprint its value is missing."],
    ["verify --fingerprint f --from a --key b", "--from does not go with --fingerprint."],
    ["checkpoint c --fingerprint f --key b", "--fingerprint does not go with checkpoint."],
    ["verify --key b", "--key needs --from FILE as well, which is missing."],
    ["verify --from --key b", "Behind --from its value is missing."],
    ["verify --from a --from b --key c", "--from is there twice."],
    ["verify --since a", "--since is not known here. There are: --from, --fingerprint, --key, --whole."],
    ["checkpoint --key b", "checkpoint needs FILE as well, which is missing."],
    ["checkpoint c", "checkpoint needs --key PRIVATE.pem as well, which is missing."],
    ["checkpoint c d --key b", "d is one word too many."],
    ["checkpoint c --key b --whole", "--whole needs --from FILE as well, which is missing."],
    ["key", "key needs DIR as well, which is missing."],
    ["key a b", "b is one word too many."],
    ["key a --key b", "--key does not go with key."],
  ])("are refused, and what is wrong is named: %s", async (words, sentence) => {
    for (const [language, named] of [
      ["en", sentence],
      ["zh", /^[^a-z]*\p{Script=Han}|\p{Script=Han}/u],
    ] as const) {
      const complained: string[] = [];
      const said = words.split(" ").filter((word) => word !== "");
      const terminal = { env: {}, say: () => {}, complain: (line: string) => void complained.push(line) };
      expect(await audit({ ...terminal, words: [...said, "--lang", language] })).toBe(2);
      const [first = "", usage = ""] = complained;
      if (typeof named === "string") expect(first).toBe(named);
      else expect(first).toMatch(named);
      expect(usage).toContain("npm run audit -- verify");
    }
  });
});

describe("a signed checkpoint at the terminal", () => {
  let place: TestDatabase;
  let folder: string;
  const at = (name: string) => join(folder, name);
  const [own, open, first] = ["audit-private.pem", "audit-public.pem", "first.json"] as const;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "chaxu-checkpoint-"));
    place = await freshDatabase("postgresql");
    await inStore((db) =>
      sealed(
        db,
        () => file(db),
        () => file(db),
      ),
    );
    await run("key", folder);
    await run("checkpoint", at(first), "--key", at(own));
    await inStore((db) => sealed(db, () => move(db, 1, "王建国")));
  });
  afterAll(async () => {
    await place.drop();
    await rm(folder, { recursive: true });
  });

  async function inStore(work: (db: Awaited<ReturnType<typeof openStore>>["db"]) => Promise<unknown>): Promise<void> {
    const database = await openStore(place);
    await work(database.db).finally(() => database.close());
  }

  async function run(...words: readonly string[]) {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line.replaceAll(`${folder}/`, ""));
    const env = { LANG: "C.UTF-8", DATABASE_URL: place.databaseUrl, DATA_DIR: place.dataDir };
    return { code: await audit({ words, env, say, complain: say }), text: lines.join("\n") };
  }

  const verifyFrom = (name: string, key: string = open) => run("verify", "--from", at(name), "--key", at(key));

  it("is made with a key of one's own, which no other takes the place of and nobody else may read", async () => {
    expect((await stat(at(own))).mode & 0o777).toBe(0o600);
    const before = await readFile(at(own), "utf8");
    expect(await run("key", folder)).toEqual({
      code: 2,
      text: "audit-private.pem is there already and is left as it is: take another name.",
    });
    expect(await readFile(at(own), "utf8")).toBe(before);
    expect(JSON.parse(await readFile(at(first), "utf8"))).toMatchObject({ block: 2, events: 2, chained: 0 });
  });

  it("is started from, and it is said what was looked at and what not", async () => {
    const { code, text } = await verifyFrom(first);
    expect(text).toContain("fits: block 2 with 2 events up to it is the one that was signed.");
    expect(text).toContain("1 event more, in their order and unaltered; before, as many as there were.");
    expect(text).toContain("in 1 issue in which something happened since");
    expect(text).toMatch(/Not looked at again, as of the checkpoint of .*, 2 in all; 1 other issue; every figure/);
    expect(text).toContain("block 3, 3 event(s): ");
    expect(code).toBe(0);
    const whole = await run("verify", "--from", at(first), "--key", at(open), "--whole");
    expect(whole).toMatchObject({ code: 0, text: expect.stringContaining("3 event(s), in their order and unaltered") });
    expect(whole.text).toContain("fits: block 2");
    const zh = await run("verify", "--from", at(first), "--key", at(open), "--lang", "zh");
    expect(zh.text).toContain("此后的记录完好：又有 1 条");
    expect(zh.text).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
  });

  it("is the beginning of the next one, and stays when another would be written there", async () => {
    const next = await run("checkpoint", at("next.json"), "--key", at(own), "--from", at(first));
    expect(next).toMatchObject({
      code: 0,
      text: expect.stringContaining("next.json is signed: up to block 3, 3 events."),
    });
    expect(await verifyFrom("next.json")).toMatchObject({ code: 0, text: expect.stringContaining("in 0 issues") });
    expect(await run("checkpoint", at(first), "--key", at(own))).toMatchObject({
      code: 2,
      text: expect.stringContaining("first.json is there already"),
    });
  });

  it("is not signed of a record that is not sound", async () => {
    await onServer(place.databaseUrl ?? "", "update issues set handler = 'x' where id = 1");
    const refused = await run("checkpoint", at("unsound.json"), "--key", at(own), "--from", at(first));
    await onServer(place.databaseUrl ?? "", "update issues set handler = '王建国' where id = 1");
    expect(refused).toMatchObject({ code: 1, text: expect.stringContaining("issue #1") });
    await expect(stat(at("unsound.json"))).rejects.toThrow("ENOENT");
  });

  it("names a database that was set back, and one that is another", async () => {
    const [kept, other] = [place, await freshDatabase("postgresql")];
    place = other;
    try {
      const empty = await run("checkpoint", at("empty.json"), "--key", at(own));
      expect(empty).toMatchObject({ code: 1, text: expect.stringContaining("nothing to sign") });
      const back = await verifyFrom(first);
      expect(back.text).toMatch(/^The database was set back: its seals end at block 0, and .* has seen block 2\./);
      expect(back.code).toBe(1);
      await inStore((db) => sealed(db, () => file(db, { title: "另一份" })));
      expect(await verifyFrom(first)).toMatchObject({ code: 1, text: expect.stringContaining("of another record") });
    } finally {
      place = kept;
      await other.drop();
    }
  });

  it("is refused when it was changed, signed by somebody else, or is none", async () => {
    const text = await readFile(at(first), "utf8");
    const pair = generateKeyPairSync("ed25519");
    await writeFile(at("other.pem"), pair.publicKey.export({ type: "spki", format: "pem" }));
    const forms: readonly [string, number, string][] = [
      [text.replace('"events": 2', '"events": 3'), 1, "a.json was changed after it was signed."],
      [text.replace("checkpoint-1", "checkpoint-2"), 2, "a.json is a checkpoint of another version"],
      [text.replace("{", '{ "more": 1,'), 2, "a.json is no checkpoint."],
      [text.slice(0, 100), 2, "a.json is no checkpoint."],
      ["", 2, "a.json is no checkpoint."],
      [" ".repeat(100_000) + text, 2, "a.json is no checkpoint."],
    ];
    for (const [content, code, sentence] of forms) {
      await writeFile(at("a.json"), content);
      expect(await verifyFrom("a.json")).toEqual({ code, text: expect.stringContaining(sentence) });
    }
    expect(await verifyFrom(first, "other.pem")).toEqual({
      code: 1,
      text: "first.json was signed with another key than the one that is given.",
    });
    expect(await verifyFrom("gone.json")).toEqual({ code: 2, text: "gone.json cannot be read (ENOENT)." });
  });

  it("takes the half of the key that is wanted, and no key of another kind", async () => {
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
    await writeFile(at("rsa.pem"), rsa.publicKey.export({ type: "spki", format: "pem" }));
    const cipher = { cipher: "aes-256-cbc", passphrase: "x" };
    const locked = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem", ...cipher });
    await writeFile(at("locked.pem"), locked);
    await writeFile(at("none.pem"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
    const said = async (key: string) => {
      const { code, text } = await verifyFrom(first, key);
      expect(code).toBe(2);
      return text;
    };
    expect(await said(own)).toContain("is the private key");
    expect(await said("rsa.pem")).toContain("of another kind");
    expect(await said("locked.pem")).toContain("with a password");
    expect(await said("none.pem")).toContain("holds no key");
    expect(await said(first)).toContain("holds no key");
    expect(await said("gone.pem")).toBe("gone.pem cannot be read (ENOENT).");
    expect(await run("checkpoint", at("b.json"), "--key", at(open))).toMatchObject({
      code: 2,
      text: expect.stringContaining("is the public key"),
    });
  });
});
