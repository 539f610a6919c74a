import react from '@vitejs/plugin-react'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import path from 'node:path'
import { defineConfig, type Plugin } from 'vite'

// Everything is served by the API's own server. `npm run dev` here asks the one that `npm start` runs.
const server = 'http://127.0.0.1:4000'

const often =
  'Alert|Anchor|Badge|Button|Card|Center|CloseButton|Flex|Grid|Group|Input|Loader|Paper|SimpleGrid|Skeleton|Stack|Text|TextInput|Title|Transition'
const parts =
  'channels|dates|money|page-head|roles|search-box|section-links|sideways|status-badge|table|tag|toasts|trouble'
const forms = 'ask-first|beside|facts|form|number-input|opening|pick|select|with-reason'

/** Files that are smaller when packed lie beside what was built, as .br and .gz: packed once, not for each who asks. */
function packed(): Plugin {
  let assets = ''
  return {
    name: 'packed',
    apply: 'build',
    configResolved: ({ root, build }) => void (assets = path.join(root, build.outDir, 'assets')),
    closeBundle: () => {
      for (const file of globSync('*.{js,css,svg}', { cwd: assets })) {
        const bytes = readFileSync(path.join(assets, file))
        writeFileSync(path.join(assets, `${file}.br`), brotliCompressSync(bytes))
        writeFileSync(path.join(assets, `${file}.gz`), gzipSync(bytes, { level: 9 }))
      }
    },
  }
}

export default defineConfig({
  plugins: [react(), packed()],
  build: {
    target: 'es2022',
    // These know light-dark(); for older ones it would be put over into what needs Mantine to be put over too.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    sourcemap: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            // What finds a page and asks the server: there is no page without.
            {
              name: 'client',
              test: /node_modules\/(@tanstack|openapi-fetch|@mantine\/hooks)\/|dashboard\/src\/filters\.ts$/,
            },
            // What places menus beside their buttons is large, and lists can do without it.
            { name: 'floating', test: /@floating-ui/ },
            // What nearly every page has is one file: two dozen small ones would cost more in headers than they weigh.
            { name: 'kit', test: new RegExp(`components/(${often})/|dashboard/src/parts/(${parts})\.tsx?$`) },
            {
              name: 'forms',
              test: new RegExp(`components/(Checkbox|NativeSelect)/|dashboard/src/parts/(${forms})\.tsx?$`),
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/business': server, '/session': server, '/qr': server } },
})
