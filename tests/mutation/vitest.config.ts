import { defineConfig } from 'vitest/config'

/** The tests that mutants of shared/domain are held against: in memory alone, without files, windows or processes. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/unit/domain/**/*.test.ts', 'tests/unit/vectors/**/*.test.ts'],
    testTimeout: 30_000,
    // Each of some thousand mutants meets every property: a tenth of the runs, the same ones each time.
    env: { PROPERTY_PERCENT: '10' },
    setupFiles: ['tests/mutation/same-runs.ts'],
  },
})
