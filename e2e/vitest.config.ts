import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // A slow machine of a build service may need a second try; at a desk a test passes at once or fails.
    retry: process.env.CI ? 2 : 0,
    include: ["e2e/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ["./scripts/lib/test-folder.mjs"],
    pool: "forks",
    // A browser test waits more than it computes: two at a time use two cores, more would only disturb each other.
    maxWorkers: 2,
    maxConcurrency: 2,
  },
});
