import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Everything is served by the API's own server. `npm run dev` here asks the one that `npm start` runs.
const server = 'http://127.0.0.1:4000'

export default defineConfig({
  plugins: [react()],
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0 },
  server: { proxy: { '/business': server, '/session': server, '/qr': server } },
})
