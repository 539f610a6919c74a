import type { Command } from 'commander'

type Options = { port?: string; role?: string; data?: string; demo: boolean }

export function addStart(kusanya: Command): void {
  kusanya
    .command('start')
    .description('start the server, as the environment says and as is said here')
    .option('--port <port>', 'PORT: of the API and the pay page; 0 takes a free one')
    .option('--role <role>', 'KUSANYA_ROLE: all, api, worker, or migrate')
    .option('--data <folder>', 'KUSANYA_DATA: of the embedded database and the master key')
    .option('--no-demo', 'KUSANYA_DEMO=false: no simulator, no demo business')
    .action(async ({ port, role, data, demo }: Options) => {
      if (port !== undefined) process.env['PORT'] = port
      if (role !== undefined) process.env['KUSANYA_ROLE'] = role
      if (data !== undefined) process.env['KUSANYA_DATA'] = data
      if (!demo) process.env['KUSANYA_DEMO'] = 'false'
      // It reads its settings, listens, hears signals and ends by itself.
      await import('@kusanya/server/main.ts')
    })
}
