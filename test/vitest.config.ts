import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** One group of tests. Times are in milliseconds, and wide enough for two busy cores. */
function group(name: string, folders: readonly string[], timeout: number) {
  return {
    extends: true as const,
    test: {
      name,
      include: folders.map((folder) => `test/${folder}/**/*.test.ts`),
      // No test mocks a module, so the files of a worker can share them: loading them anew takes longer than most tests.
      isolate: false,
      testTimeout: timeout,
      hookTimeout: Math.max(timeout, 60_000),
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    environment: "node",
    maxWorkers: 2,
    globalSetup: [fileURLToPath(new URL("support/postgres-setup.ts", import.meta.url))],
    projects: [
      group("fast", ["unit", "property"], 20_000),
      group("contract", ["contract"], 30_000),
      group("integration", ["integration"], 60_000),
      group("scenario", ["scenario"], 120_000),
      // Not part of «npm test»: it takes minutes.
      group("year", ["year"], 3_600_000),
    ],
  },
});
