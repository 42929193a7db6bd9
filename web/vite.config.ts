import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { lean } from './lean.ts'
import { precompress } from './precompress.ts'

const server = process.env.FIRSTLINE_URL ?? 'http://localhost:3000'

export default defineConfig({
  plugins: [lean(), react(), tailwindcss(), precompress()],
  server: {
    proxy: Object.fromEntries(
      // The server refuses writes from any origin but its own.
      ['/api', '/docs', '/openapi.json'].map((path) => [
        path,
        { target: server, headers: { origin: server } },
      ]),
    ),
  },
  build: {
    // kept beside the build for whoever looks into an error, not served
    sourcemap: 'hidden',
    rolldownOptions: {
      output: {
        // What most pages need is one file: a hundred small ones compress badly and come in turns.
        codeSplitting: { groups: [{ name: 'shared', test: /./, minShareCount: 10 }] },
      },
    },
    // Fonts stay files: the page's content security policy has no data: for fonts.
    assetsInlineLimit: 0,
    // Every browser of this list knows light-dark(), so the tokens ship as written.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
})
