import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { CONFIG_NAMES } from "../../src/config.ts";

/** What can be known of the image without making it. */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

interface Stage {
  readonly image: string;
  readonly name: string | undefined;
  readonly steps: readonly (readonly [word: string, rest: string])[];
}

/** The stages of a Dockerfile, each step on one line. */
function stagesOf(text: string): readonly Stage[] {
  const lines = text
    .replace(/^#.*\n/gm, "")
    .replace(/\\\n\s*/g, " ")
    .split("\n");
  const steps = lines
    .filter((line) => line.trim() !== "")
    .map((line) => /^(\w+)\s+(.*)$/.exec(line)?.slice(1) ?? [line, ""]);
  return steps.flatMap(([word = "", rest = ""], index) => {
    if (word !== "FROM") return [];
    const next = steps.findIndex(([other], place) => place > index && other === "FROM");
    const own = steps.slice(index + 1, next < 0 ? undefined : next);
    const [, image = "", name] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? [];
    return [{ image, name, steps: own.map(([step = "", what = ""]) => [step, what] as const) }];
  });
}

describe("the Dockerfile", () => {
  const stages = stagesOf(read("Dockerfile"));
  const last = stages.at(-1);
  const stepsOf = (word: string, stage = last) =>
    (stage?.steps ?? []).filter(([own]) => own === word).map(([, rest]) => rest);

  it("knows only words of Docker, and stands on one image whose version is written out", () => {
    const words = new Set(stages.flatMap(({ steps }) => steps.map(([word]) => word)));
    const known = ["WORKDIR", "COPY", "RUN", "ENV", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK", "CMD"];
    expect([...words].filter((word) => !known.includes(word))).toEqual([]);
    expect(stages).toHaveLength(2);
    for (const { image } of stages) expect(image).toMatch(/^node:24\.\d+\.\d+-bookworm-slim$/);
    expect(new Set(stages.map(({ image }) => image)).size).toBe(1);
  });

  it("copies only what is there and what .dockerignore lets through, and from a stage that there is", () => {
    const through = read(".dockerignore")
      .split("\n")
      .filter((line) => line.startsWith("!"));
    for (const [index, stage] of stages.entries()) {
      for (const rest of stepsOf("COPY", stage)) {
        const from = /^--from=(\S+) /.exec(rest)?.[1];
        if (from === undefined) {
          for (const path of rest.split(" ").slice(0, -1)) {
            expect([path, existsSync(join(ROOT, path)), through.includes(`!${path}`)]).toEqual([path, true, true]);
          }
        } else {
          expect(stages.slice(0, index).map(({ name }) => name)).toContain(from);
        }
      }
    }
  });

  it("runs as no root, with the packages of production alone, and says when it is alive", () => {
    expect(stepsOf("USER")).toEqual(["node"]);
    expect(stepsOf("RUN", stages[0]).at(-1)).toMatch(/npm run build && npm prune --omit=dev$/);
    expect(stepsOf("RUN").join(" ")).not.toMatch(/npm|tsc/);
    const folders = stepsOf("COPY").map((rest) => rest.split(" ").at(-1));
    expect(folders).toEqual(["./", "node_modules", "dist", "drizzle"]);
    const [check = ""] = stepsOf("HEALTHCHECK");
    expect(check).toContain("/healthz");
    for (const command of [...stepsOf("CMD"), check.slice(check.indexOf("CMD ") + 4)]) {
      expect(JSON.parse(command)).toEqual(expect.arrayContaining(["node"]));
    }
    // After the user is set nothing is written that it could not write.
    const steps = (last?.steps ?? []).map(([word]) => word);
    expect(steps.slice(steps.indexOf("USER") + 1)).not.toContain("COPY");
  });
});

describe("compose.yaml", () => {
  const { services, volumes } = parse(read("compose.yaml"));

  it("starts Chaxu behind a PostgreSQL whose version is written out, with settings that the program knows", () => {
    expect(Object.keys(services)).toEqual(["app", "postgres"]);
    expect(services.app.build).toBe(".");
    expect(services.app.env_file).toBe(".env");
    expect(Object.keys(services.app.environment).filter((name) => !CONFIG_NAMES.includes(name))).toEqual([]);
    expect(services.app.depends_on.postgres.condition).toBe("service_healthy");
    expect(services.postgres.image).toMatch(/^postgres:\d+\.\d+-\w+$/);
    expect(services.postgres.healthcheck.test).toContain("pg_isready");
    expect(services.app.ports).toEqual(["127.0.0.1:3000:3000"]);
  });

  it("mounts the org file to be read where ORG_FILE looks for it, and keeps its data in volumes", () => {
    const [data, org] = services.app.volumes;
    expect(org).toMatchObject({
      type: "bind",
      source: "./org.yaml",
      read_only: true,
      bind: { create_host_path: false },
    });
    expect(org.target).toBe(services.app.environment.ORG_FILE);
    expect(data).toBe(`data:${services.app.environment.DATA_DIR}`);
    expect(Object.keys(volumes)).toEqual(["data", "postgres"]);
  });
});
