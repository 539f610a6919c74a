import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

/** Not the flags of @sparticuz/chromium: with its --single-process the browser ends with its first context. */
const FLAGS = [
  '--no-sandbox', // tests may run as root and in containers; they show only our own pages
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Opens Chromium: the one CHROMIUM_PATH names, else the one from npm, which needs nothing installed on the system.
 * The caller closes it.
 */
export async function openBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM_PATH']
  if (given) return chromium.launch({ executablePath: given, args: FLAGS })
  const { executablePath, env } = await unpackChromium()
  return chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, ...env } })
}

/**
 * Unpacks once to the temporary directory (210 MB), under a name that only a whole copy gets: the package's own
 * `executablePath()` takes whatever lies at /tmp/chromium, be it half unpacked or another user's.
 */
async function unpackChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const home = packageDirectory()
  const { version } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
  const place = path.join(os.tmpdir(), `kusanya-chromium-${version}-${process.getuid?.()}`)
  if (!fs.existsSync(place)) {
    const unfinished = fs.mkdtempSync(`${place}.`)
    await inflateInto(unfinished, home)
    try {
      fs.renameSync(unfinished, place)
    } catch (error) {
      fs.rmSync(unfinished, { recursive: true })
      if (!fs.existsSync(place)) throw error // else another process was first
    }
  }
  const executablePath = path.join(place, 'chromium')
  return { executablePath, env: { ...missingLibraries(executablePath, place), ...missingFonts(place) } }
}

/** The package unpacks into TMPDIR, which it reads when it is called. */
async function inflateInto(directory: string, home: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium')
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = directory
  const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
  const unpacked = Promise.all(archives.map((name) => inflate(path.join(home, 'bin', name))))
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  await unpacked
}

function packageDirectory(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  return path.resolve(path.dirname(entry), '..')
}

/** NSS, NSPR and expat come with the package, for systems that lack them. */
function missingLibraries(executablePath: string, place: string): Record<string, string> {
  const needed = execFileSync('ldd', [executablePath], { encoding: 'utf8' })
  if (!needed.includes('not found')) return {}
  return { LD_LIBRARY_PATH: [path.join(place, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':') }
}

/** Without any font a page has no text; the package brings Open Sans, with a configuration for /tmp only. */
function missingFonts(place: string): Record<string, string> {
  if (fs.existsSync('/etc/fonts/fonts.conf')) return {}
  const file = path.join(place, 'fonts/kusanya.conf')
  const directories = `<dir>${place}/fonts</dir><cachedir>${place}/fonts-cache</cachedir>`
  fs.writeFileSync(file, `<!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${directories}</fontconfig>`)
  return { FONTCONFIG_FILE: file }
}
