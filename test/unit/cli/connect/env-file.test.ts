import { mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changed, readEnvText, valuesIn, writeEnvText } from "../../../../src/cli/connect/env-file.ts";

const set = (text: string, values: Record<string, string>, drop: string[] = []) => changed(text, { set: values, drop });

describe("a change of .env", () => {
  it("goes to the end of a file that knows nothing of the name, and begins an empty one", () => {
    expect(set("", { A_NAME: "1" })).toBe("A_NAME=1\n");
    expect(set("# mine\nPORT=3001", { A_NAME: "1" })).toBe("# mine\nPORT=3001\nA_NAME=1\n");
  });

  it("takes the place of a line that offers the name as a comment, the first of them", () => {
    const text = "# The id.\n#A_NAME=example\n# A_NAME=other\nPORT=3001 # own\n";
    expect(set(text, { A_NAME: "1" })).toBe("# The id.\nA_NAME=1\n# A_NAME=other\nPORT=3001 # own\n");
  });

  it("replaces the line that counts, which is the last, and keeps what stands around the value", () => {
    const text = "A_NAME=first\n  export A_NAME='second'  # from the console\nB=2\n";
    expect(set(text, { A_NAME: "new" })).toBe("A_NAME=first\n  export A_NAME=new  # from the console\nB=2\n");
    expect(set("\uFEFFA_NAME=1\r\n", { A_NAME: "2" })).toBe("\uFEFFA_NAME=2\r\n");
  });

  it("leaves a line as it is written when it has the value already", () => {
    const text = 'A_NAME = "same"   # mine\n';
    expect(set(text, { A_NAME: "same" })).toBe(text);
  });

  it("keeps the line ends of Windows", () => {
    expect(set("PORT=1\r\n#A_NAME=x\r\n", { A_NAME: "1", B_NAME: "2" })).toBe("PORT=1\r\nA_NAME=1\r\nB_NAME=2\r\n");
  });

  it("does not take what stands inside of a longer value for a setting", () => {
    const text = 'TEXT="one\nA_NAME=not this\n#A_NAME=nor this\n"\nA_NAME=old\n';
    expect(set(text, { A_NAME: "new" })).toBe('TEXT="one\nA_NAME=not this\n#A_NAME=nor this\n"\nA_NAME=new\n');
    expect(set(text, {}, ["TEXT"])).toBe('#TEXT="one\n#A_NAME=not this\n##A_NAME=nor this\n#"\nA_NAME=old\n');
  });

  it("makes comments of what is dropped, and of nothing else", () => {
    expect(set("A_NAME=1\nexport B_NAME=2\nA_NAMES=3\n", { C: "4" }, ["A_NAME", "B_NAME"])).toBe(
      "#A_NAME=1\n#export B_NAME=2\nA_NAMES=3\nC=4\n",
    );
  });

  it("is read back as it was set, whatever the value and whatever stood there, and no other name changes", () => {
    const value = fc.stringMatching(/^[!-~茶叙]([ -~茶叙]{0,20}[!-~茶叙])?$/).filter((one) => !/['`]/.test(one));
    const line = fc.constantFrom(
      "A_NAME=old",
      "#A_NAME=x",
      "export A_NAME='y' # z",
      "B_NAME=kept",
      "",
      "# text",
      'C="a\nb"',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), value, fc.constantFrom("\n", "\r\n"), (lines, given, end) => {
        const text = lines.join(end);
        const after = set(text, { A_NAME: given });
        expect(valuesIn(after)).toEqual({ ...valuesIn(text), A_NAME: given });
        expect(set(after, { A_NAME: given })).toBe(after);
      }),
    );
  });

  it("refuses a value that cannot be written, and does not repeat it", () => {
    expect(() => set("", { A_NAME: "it's `odd` \"" })).toThrow(/A_NAME cannot be written/);
    expect(() => set("", { A_NAME: "it's `odd` \"" })).not.toThrow(/odd/);
  });
});

describe("the file", () => {
  it("is for its owner alone, comes at once, leaves no draft, and a link stays a link", () => {
    const folder = mkdtempSync(join(tmpdir(), "chaxu-env-file-"));
    const path = join(folder, ".env");
    writeFileSync(join(folder, "real"), "A=1\n", { mode: 0o644 });
    symlinkSync(join(folder, "real"), path);
    writeEnvText(path, "A=2\n");
    expect(readFileSync(join(folder, "real"), "utf8")).toBe("A=2\n");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual([".env", "real"]);
  });

  it("is an error with a sentence when it cannot be read, and empty when it is not there", () => {
    const folder = mkdtempSync(join(tmpdir(), "chaxu-env-file-"));
    expect(readEnvText(join(folder, ".env"))).toBe("");
    expect(() => readEnvText(folder)).toThrow(/cannot be read \(EISDIR\)/);
  });
});
