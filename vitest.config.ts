import { defineConfig } from 'vitest/config'

const always = {
  exclude: ['**/node_modules/**', '**/dist/**', '{mpesa,sdk}/customers/**'],
  testTimeout: 20_000,
  hookTimeout: 60_000,
  // One set of modules for all files of a worker, which is what a test costs most: so a module keeps no state.
  isolate: false,
}

export default defineConfig({
  test: {
    maxWorkers: '100%', // of the cores; a test that waits for PostgreSQL leaves its core to PostgreSQL
    projects: [
      { test: { ...always, name: 'alone', include: ['{dashboard,domain,mpesa,simulator,sdk}/**/*.test.ts'] } },
      {
        test: {
          ...always,
          name: 'with PostgreSQL', // started only if one of these is to run
          include: ['{cli,server,test}/**/*.test.ts'],
          globalSetup: ['test/postgres.global.ts'],
        },
      },
    ],
  },
})
