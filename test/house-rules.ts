import { manifestOf, readText, type Source } from './sources.ts'

/** Looks at all sources together and says what is wrong, one sentence each. */
export type Rule = (sources: Source[]) => string[]

const packages = ['cli', 'domain', 'mpesa', 'simulator', 'sdk', 'server', 'dashboard']
/** Which of our packages a package may import. The simulator and the client are two witnesses who have never talked. */
const arrows: Record<string, string[]> = {
  cli: ['server', 'sdk', 'domain'],
  domain: [],
  mpesa: [],
  simulator: [],
  sdk: [],
  server: ['domain', 'mpesa'],
  dashboard: ['domain', 'sdk'],
}

const isTest = (path: string) => /\.(test|config)\.ts$/.test(path) || /^(\w+\/)?(test|scripts|bench)\//.test(path)
const packageOf = (path: string) => path.split('/')[0] ?? ''
const featureOf = (path: string) => /^server\/src\/([\w-]+)\//.exec(path)?.[1]
const nameOf = (path: string) => path.split('/').at(-1) ?? ''
const inServer = (path: string) => path.startsWith('server/src/')
const isRoutes = (path: string) => /(^|-)routes\.ts$/.test(nameOf(path))
const isSweep = (path: string) => path.endsWith('.sweep.ts')
const ours = (sources: Source[]) => sources.filter(({ path }) => packages.includes(packageOf(path)) && !isTest(path))

/** The imports of ours that a judge objects to. */
function imports(sources: Source[], objects: (from: string, to: string) => boolean): string[] {
  return sources.flatMap(({ path, imports }) =>
    imports.flatMap(({ target }) => (target !== null && objects(path, target) ? [`${path} imports ${target}`] : [])),
  )
}

/** The lines that a pattern finds. */
function lines(sources: Source[], pattern: RegExp): string[] {
  return sources.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  )
}

export const packagesImportDownwards: Rule = (sources) =>
  imports(ours(sources), (from, to) => {
    const [here, there] = [packageOf(from), packageOf(to)]
    if (here === there || arrows[here]?.includes(there)) return false
    return !(there === 'simulator' && /^server\/src\/(embedded\/|main\.ts$)/.test(from))
  })

export const importsAreDeclared: Rule = (sources) => {
  // Tests and scripts put all packages together, and are never installed by anybody else.
  const anywhere = ['.', ...packages].map(manifestOf).flatMap(({ declared, forTests }) => [...declared, ...forTests])
  return sources.flatMap(({ path, imports }) => {
    const own = packages.includes(packageOf(path)) ? manifestOf(packageOf(path)).declared : []
    const allowed = isTest(path) ? [...anywhere, ...packages.map((name) => `@kusanya/${name}`)] : own
    return imports.flatMap(({ written }) => {
      if (/^(\.|node:)/.test(written)) return []
      const name = written
        .split('/')
        .slice(0, written.startsWith('@') ? 2 : 1)
        .join('/')
      return allowed.includes(name) ? [] : [`${path} imports ${name}, which its package does not declare`]
    })
  })
}

export const importsGoNoCircles: Rule = (sources) => {
  const targets = new Map(sources.map(({ path, imports }) => [path, imports.flatMap(({ target }) => target ?? [])]))
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, above: string[]) => {
    if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path].join(' → '))
    if (above.includes(path) || done.has(path)) return
    for (const target of targets.get(path) ?? []) visit(target, [...above, path])
    done.add(path)
  }
  for (const path of targets.keys()) visit(path, [])
  return circles
}

export const featuresKeepTheirEdges: Rule = (sources) =>
  imports(
    ours(sources).filter(({ path }) => inServer(path)),
    (from, to) => {
      if (isRoutes(to)) return from !== 'server/src/http/app.ts'
      if (isSweep(to)) return from !== 'server/src/sweeps.ts'
      const anothers = inServer(to) && featureOf(to) !== undefined && featureOf(from) !== featureOf(to)
      return anothers && /^read-/.test(nameOf(to))
    },
  )

export const onlyEdgesKnowFastify: Rule = (sources) =>
  sources
    .filter(({ path }) => inServer(path) && !isTest(path) && !isRoutes(path) && featureOf(path) !== 'http')
    .flatMap(({ path, imports }) =>
      imports.filter(({ written }) => /^@?fastify/.test(written)).map(({ written }) => `${path} imports ${written}`),
    )

export const operationsOpenNoTransaction: Rule = (sources) => {
  const server = sources.filter(({ path }) => inServer(path) && !isTest(path))
  const begun = lines(
    server.filter(({ path }) => !/^server\/src\/db\/(sql|waiting|migrate)\.ts$/.test(path)),
    /\.begin\(/,
  )
  // What is given a transaction must not open another one.
  const both = server.filter(
    ({ path, text }) => path !== 'server/src/db/sql.ts' && /inBusiness\(/.test(text) && !isEdge(path, text),
  )
  return [...begun, ...both.map(({ path }) => `${path} opens a transaction below an edge`)]
}

/** Its exported functions take a request or `ctx` first, never an open transaction. */
function isEdge(path: string, text: string): boolean {
  return (
    isRoutes(path) ||
    isSweep(path) ||
    path === 'server/src/http/once.ts' ||
    !/export (async )?function \w+(<[^>]*>)?\(\s*tx\b/.test(text)
  )
}

export const nobodyAsksForTheTime: Rule = (sources) =>
  lines(
    sources.filter(
      ({ path }) =>
        /^(domain|server)\/src\//.test(path) &&
        !isTest(path) &&
        !/^server\/src\/(context|main|db\/migrate)\.ts$/.test(path),
    ),
    /Date\.now\(|new Date\(\)|Math\.random\(|randomUUID\(/,
  )

export const tablesAreToldTheTime: Rule = (sources) =>
  sources
    .filter(({ path }) => inServer(path) && !isTest(path))
    .flatMap(({ path, text }) =>
      (text.match(/`[^`]*`/g) ?? [])
        .filter((sql) => /\b(select|insert|update|delete)\b/i.test(sql))
        .filter((sql) =>
          /(?<![.\w])(now\(\)|current_timestamp|current_date|clock_timestamp|random\(\)|gen_random_uuid)/i.test(sql),
        )
        .map(() => `${path} asks the database for the time or for chance`),
    )

export const everyFileIsOfUse: Rule = (sources) => {
  const imported = new Set(
    sources.flatMap(({ path, imports }) =>
      // A test of its own is not yet a use.
      imports.flatMap(({ target }) => (target === null || target === path.replace('.test.ts', '.ts') ? [] : [target])),
    ),
  )
  const started = new Set(packages.flatMap((name) => manifestOf(name).entries))
  const served = [...ours(sources).map(({ text }) => text), readText('simulator/src/page/index.html')].join('\n')
  return ours(sources)
    .filter(({ path }) => path.includes('/src/') && !/\/(main|index)\.tsx?$/.test(path) && !path.endsWith('.gen.ts'))
    .filter(({ path }) => !imported.has(path) && !started.has(path))
    .filter(({ path }) => !(path.endsWith('.js') && served.includes(nameOf(path))))
    .map(({ path }) => `${path} is imported by nobody`)
}

/** Words that say nothing. (Bill Manager is a product of Safaricom's.) */
const vague = /(^|-)(utils?|helpers?|common|shared|services?|(?<!bill-)managers?|misc|lib)([-.]|$)|^(data|info)\./

export const namesSayWhatIsInside: Rule = (sources) =>
  sources.map(({ path }) => path).filter((path) => vague.test(nameOf(path)) || !/^[a-z0-9.-]+$/.test(nameOf(path)))

export const indexesAreOnlyForCustomers: Rule = (sources) =>
  sources
    .map(({ path }) => path)
    .filter((path) => /\/index\.ts$/.test(path) && !/^(mpesa|simulator|sdk)\/src\/index\.ts$/.test(path))

export const nothingIsLeftOver: Rule = (sources) =>
  lines(
    sources.filter(({ path }) => path !== 'test/house-rules.ts' && path !== 'test/architecture.test.ts'),
    /\b(FIXME|TODO|HACK)\b|@ts-(ignore|nocheck)|(describe|test|it)\.(only|skip)\(|(^|[\s'"`(])\/work\//,
  )
