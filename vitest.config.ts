import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{domain,mpesa,simulator,sdk,server,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/customers/**'],
    globalSetup: ['test/postgres.global.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
