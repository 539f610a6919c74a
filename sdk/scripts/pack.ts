import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

// Makes dist/, which is what is published: ESM and CommonJS, each with its own declarations. `npm pack ./sdk/dist` packs it.

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

export function build(): void {
  rmSync(at('dist'), { recursive: true, force: true })
  compile('esm')
  compile('cjs', '--module', 'commonjs', '--moduleResolution', 'bundler')
  writeJson('dist/cjs/package.json', { type: 'commonjs' })
  for (const file of globSync('dist/**/*.d.ts', { cwd: at('.') })) pointToJavaScript(at(file))
  writeJson('dist/package.json', manifest())
  cpSync(at('README.md'), at('dist/README.md'))
  cpSync(at('../LICENSE'), at('dist/LICENSE'))
}

function compile(folder: string, ...flags: string[]): void {
  const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
  const args = [tsc, '-p', at('tsconfig.build.json'), '--outDir', at(`dist/${folder}`), ...flags]
  execFileSync(process.execPath, args, { stdio: 'inherit' })
}

/** tsc rewrites `./x.ts` to `./x.js` in code, but not in declarations. */
function pointToJavaScript(file: string): void {
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/((?:from |import\()["']\.{1,2}\/[^"']+)\.ts(["'])/g, '$1.js$2'))
}

function manifest(): Record<string, unknown> {
  const { name, version, description, license } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as Record<
    string,
    string
  >
  return {
    name,
    version,
    description,
    license,
    keywords: ['kusanya', 'invoices', 'mpesa', 'kenya', 'payments', 'webhooks'],
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.3' },
    main: './cjs/index.js',
    types: './cjs/index.d.ts',
    exports: {
      '.': {
        import: { types: './esm/index.d.ts', default: './esm/index.js' },
        require: { types: './cjs/index.d.ts', default: './cjs/index.js' },
      },
      './package.json': './package.json',
    },
    files: ['esm', 'cjs'],
  }
}

function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), `${JSON.stringify(value, null, 2)}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build()
