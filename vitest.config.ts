import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', '**/dist/**', '**/customers/**']
const timeouts = { testTimeout: 20_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    projects: [
      // Needs nothing but itself, and keeps nothing between files: no cluster, one set of modules for all.
      {
        test: {
          name: 'alone',
          include: ['{domain,mpesa,simulator,sdk}/**/*.test.ts'],
          exclude,
          isolate: false,
          ...timeouts,
        },
      },
      {
        test: {
          name: 'with PostgreSQL',
          include: ['{server,test}/**/*.test.ts'],
          exclude,
          globalSetup: ['test/postgres.global.ts'],
          ...timeouts,
        },
      },
    ],
  },
})
