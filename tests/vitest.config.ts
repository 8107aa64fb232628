import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/{unit,oracle,real,sync,canaries,lint,privacy}/**/*.test.{ts,tsx}'],
    environment: 'node',
    expect: { requireAssertions: true },
    // A publication waits for the engine half of its time.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { TZ: 'America/New_York' },
  },
})
