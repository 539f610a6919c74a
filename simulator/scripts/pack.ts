import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Makes dist/, which is what is published: ESM, declarations, and the phones' page. `npm pack ./simulator/dist` packs it.

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

export function build(): void {
  rmSync(at('dist'), { recursive: true, force: true })
  const tsc = at('../node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', at('tsconfig.build.json')], { stdio: 'inherit' })
  for (const file of globSync('dist/**/*.d.ts', { cwd: at('.') })) pointToJavaScript(at(file))
  cpSync(at('src/page'), at('dist/page'), { recursive: true })
  cpSync(at('README.md'), at('dist/README.md'))
  cpSync(at('../LICENSE'), at('dist/LICENSE'))
  cpSync(at('../docs/simulator.md'), at('dist/simulator.md'))
  writeFileSync(at('dist/package.json'), `${JSON.stringify(manifest(), null, 2)}\n`)
  chmodSync(at('dist/main.js'), 0o755)
}

/** tsc rewrites `./x.ts` to `./x.js` in code, but not in declarations. */
function pointToJavaScript(file: string): void {
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/((?:from |import\()["']\.{1,2}\/[^"']+)\.ts(["'])/g, '$1.js$2'))
}

function manifest(): Record<string, unknown> {
  const kept = JSON.parse(readFileSync(at('package.json'), 'utf8')) as Record<string, string>
  const { name, version, description, license } = kept
  return {
    name,
    version,
    description,
    license,
    keywords: ['mpesa', 'daraja', 'safaricom', 'simulator', 'bill-manager', 'stk-push', 'kenya', 'testing'],
    type: 'module',
    engines: { node: '>=20' },
    exports: { '.': { types: './index.d.ts', default: './index.js' }, './package.json': './package.json' },
    bin: { 'daraja-simulator': 'main.js' },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build()
