import react from '@vitejs/plugin-react'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import path from 'node:path'
import { defineConfig, type Plugin } from 'vite'

// Everything is served by the API's own server. `npm run dev` here asks the one that `npm start` runs.
const server = 'http://127.0.0.1:4000'

const often = 'Alert|Anchor|Badge|Button|Card|Flex|Grid|Input|Loader|Paper|SimpleGrid|TextInput|Transition'
const parts = 'dates|money|page-head|sideways|tag'

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
    sourcemap: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            // What places menus beside their buttons is large, and lists can do without it.
            { name: 'floating', test: /@floating-ui/ },
            // What nearly every page has is one file: two dozen small ones would cost more in headers than they weigh.
            { name: 'kit', test: new RegExp(`components/(${often})/|dashboard/src/parts/(${parts})\.tsx?$`) },
          ],
        },
      },
    },
  },
  server: { proxy: { '/business': server, '/session': server, '/qr': server } },
})
