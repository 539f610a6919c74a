import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

// Makes dist/, which is what is published: ESM and CommonJS, each with its own declarations. `npm pack ./mpesa/dist` packs it.

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const entries = {
  '.': 'index',
  './express': 'receive/express',
  './fastify': 'receive/fastify',
  './hono': 'receive/hono',
}

/** Entries beside the main one get a folder too, for tools that do not read `exports`. */
const subpaths = Object.entries(entries).filter(([path]) => path !== '.')

export function build(): void {
  rmSync(at('dist'), { recursive: true, force: true })
  compile('esm')
  compile('cjs', '--module', 'commonjs', '--moduleResolution', 'bundler')
  // The command is ESM only.
  rmSync(at('dist/cjs/cli'), { recursive: true, force: true })
  writeJson('dist/cjs/package.json', { type: 'commonjs' })
  for (const file of globSync('dist/**/*.d.ts', { cwd: at('.') })) pointToJavaScript(at(file))
  writeJson('dist/package.json', manifest())
  for (const [path, entry] of subpaths) {
    writeJson(`dist/${path}/package.json`, { main: `../cjs/${entry}.js`, types: `../cjs/${entry}.d.ts` })
  }
  cpSync(at('README.md'), at('dist/README.md'))
  cpSync(at('../LICENSE'), at('dist/LICENSE'))
  chmodSync(at('dist/esm/cli/main.js'), 0o755)
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
  const conditions = (entry: string) => ({
    import: { types: `./esm/${entry}.d.ts`, default: `./esm/${entry}.js` },
    require: { types: `./cjs/${entry}.d.ts`, default: `./cjs/${entry}.js` },
  })
  return {
    name,
    version,
    description,
    license,
    keywords: ['mpesa', 'daraja', 'safaricom', 'bill-manager', 'stk-push', 'kenya', 'payments'],
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    main: './cjs/index.js',
    types: './cjs/index.d.ts',
    exports: {
      ...Object.fromEntries(Object.entries(entries).map(([path, entry]) => [path, conditions(entry)])),
      './package.json': './package.json',
    },
    bin: { mpesa: './esm/cli/main.js' },
    files: ['esm', 'cjs', ...subpaths.map(([path]) => path.slice(2))],
  }
}

function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), `${JSON.stringify(value, null, 2)}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build()
