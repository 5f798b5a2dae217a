import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BUILT_MODULES, useBuiltProgram } from "./support/built-program.ts";
import { LongestFirst } from "./support/longest-first.ts";
import { useMemoryFolder } from "./support/memory-folder.ts";

/** One group of tests. Times are in milliseconds, and wide enough for two busy cores. */
function group(
  name: string,
  folders: readonly string[],
  timeout: number,
  form: "short" | "full" = "short",
  kind = "test",
) {
  return {
    extends: true as const,
    test: {
      name,
      include: folders.map((folder) => `test/${folder}/**/*.${kind}.ts`),
      // No test mocks a module, so the files of a worker can share them: loading them anew takes longer than most tests.
      isolate: false,
      testTimeout: timeout,
      hookTimeout: Math.max(timeout, 60_000),
      provide: { form, chaosMinutes: name === "chaos" ? 30 : 2, seed: name === "all" ? 1 : undefined },
    },
  };
}

useMemoryFolder();

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  plugins: [useBuiltProgram()],
  test: {
    server: { deps: { external: [BUILT_MODULES] } },
    environment: "node",
    // Less time goes into tidying memory up.
    execArgv: ["--max-semi-space-size=64"],
    // One more than two cores: while one waits for a program, another works.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    setupFiles: [fileURLToPath(new URL("support/seed.ts", import.meta.url))],
    globalSetup: [fileURLToPath(new URL("support/postgres-setup.ts", import.meta.url))],
    projects: [
      group("fast", ["unit", "property"], 20_000),
      group("contract", ["contract"], 30_000),
      group("integration", ["integration"], 60_000),
      group("scenario", ["scenario", "endurance"], 120_000),
      // What «npm test» runs: as one group, so that each worker loads the program once.
      group("all", ["unit", "property", "contract", "integration", "scenario", "endurance"], 120_000),
      // Not part of «npm test»: it takes many minutes.
      group("long", ["long", "endurance", "chaos", "property"], 3_600_000, "full"),
      // The stories that are told here alone (`variant`) beside the main ones. By themselves: what is long measures times.
      group("variants", ["integration", "scenario"], 3_600_000, "full"),
      // Half an hour of faults: `npm run chaos`.
      group("chaos", ["chaos"], 7_200_000, "full"),
      // Prints what something costs; nothing of it is asserted.
      group("bench", ["bench"], 3_600_000, "full", "bench"),
    ],
  },
});
