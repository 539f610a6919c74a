import safeql from '@ts-safeql/eslint-plugin/config'
import tseslint from 'typescript-eslint'

// The migrated database that `npm run check` starts; without one, statements are not checked.
const databaseUrl = process.env.DATABASE_URL

export default tseslint.config(
  // The published examples stay as they were published, ellipses and all.
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/*.gen.ts',
      '{mpesa,sdk}/customers/**',
      'test/compat/published/**',
      '.kusanya/**',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export by name, so that a thing is called the same everywhere.',
        },
      ],
    },
  },
  {
    files: ['**/*.config.ts', 'test/postgres.global.ts', 'test/**/global*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  databaseUrl ? await sqlChecked(databaseUrl) : sqlUnchecked(),
)

/** Knows the rule, for the sake of the comments that switch it off. */
function sqlUnchecked() {
  const { plugins } = safeql.configs.useConfigFile
  return { files: ['server/src/**/*.ts'], plugins, linterOptions: { reportUnusedDisableDirectives: 'off' } }
}

/** Runs each statement of the server past PostgreSQL, and compares its row type with what it returns. */
async function sqlChecked(databaseUrl) {
  const { readCheckedColumns } = await import('./scripts/checked-columns.ts')
  const { happenings } = await import('./domain/src/happening.ts')
  const words = await readCheckedColumns(databaseUrl)
  const announced = happenings
    .map((type) => `'${type}'`)
    .sort()
    .join(' | ')
  const overrides = {
    types: {
      int8: 'bigint',
      name: 'string',
      bytea: { parameter: { regex: '(NonShared)?Buffer(<.*>)?' }, return: 'Buffer' },
      jsonb: { parameter: { regex: 'Parameter<.*>' }, return: 'unknown' },
    },
    columns: {
      ...words,
      'audit_lines.after': 'Picture',
      'audit_lines.before': 'Picture',
      'credit_notes.items': 'CreditedLineRow[]',
      'events.type': announced,
      'invoices.instalments': 'InstalmentRow[]',
      'invoices.items': 'ItemRow[]',
      'matches.reasons': 'Reason[]',
      'webhook_endpoints.subscribed': `(${announced})[]`,
    },
  }
  const target = { tag: '+(tx|sql|*.sql)', transform: '{type}[]' }
  const checked = (target) => safeql.configs.connections({ databaseUrl, overrides, targets: [target] })
  const otherDatabases = ['server/src/embedded/*.test.ts']
  return [
    { files: ['server/src/**/*.ts'], ignores: otherDatabases, ...checked(target) },
    {
      files: ['server/src/**/*.test.ts'],
      ignores: otherDatabases,
      ...checked({ ...target, skipTypeAnnotations: true }),
    },
  ]
}
