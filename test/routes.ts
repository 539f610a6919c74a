import type { App } from '../server/src/http/app.ts'

export type Route = { method: string; path: string }

/** Every route that the app answers, hidden ones too; HEAD goes with its GET. */
export function routesOf(app: App): Route[] {
  const above: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = /^([│\s]*)[├└]── (\S*) ?(?:\(([A-Z, ]+)\))?/.exec(line) ?? []
      if (part === '') return []
      const depth = indent.length / 4
      above.splice(depth, above.length, part)
      const path = above.join('')
      return methods === '' ? [] : methods.split(', ').map((method) => ({ method, path }))
    })
    .filter(({ method }) => method !== 'HEAD')
}
