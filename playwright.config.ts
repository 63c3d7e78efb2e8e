import { defineConfig } from '@playwright/test'

/** One worker: every test starts the real application, and some measure it. */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./tests/faults/reporter.ts']],
  use: { trace: 'off' },
  projects: [
    { name: 'e2e', testMatch: 'e2e/**/*.spec.ts' },
    { name: 'faults', testMatch: 'faults/**/*.spec.ts', timeout: 300_000 },
    { name: 'bench', testMatch: 'bench/**/*.spec.ts', timeout: 600_000 },
  ],
})
