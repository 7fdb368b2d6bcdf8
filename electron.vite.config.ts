import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Entries of main: the application, and one file per kind of worker thread, started as `new Worker(new URL('./read-worker.js', import.meta.url))`. */
const mainEntries = { index: 'src/main/index.ts', 'read-worker': 'src/main/files/read-worker.ts', 'write-worker': 'src/main/files/write-worker.ts' }

export default defineConfig({
  main: {
    build: {
      target: 'node24',
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(mainEntries)
            .map(([name, path]) => [name, resolve(path)] as const)
            .filter(([, path]) => existsSync(path)),
        ),
        // Chunks stand beside the entries: `new URL('./read-worker.js', import.meta.url)` must mean the same from both.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node24',
      // A sandboxed window loads one CommonJS file which requires nothing but electron.
      externalizeDeps: false,
      rolldownOptions: { input: { index: resolve('src/preload/index.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: resolve('src/renderer'),
    publicDir: resolve('src/renderer/public'),
    plugins: [
      react(),
      // electron-vite asks for './', which breaks a page opened at app://maillage/people/…
      { name: 'maillage:assets-from-the-root', enforce: 'post', config: () => ({ base: '/' }) },
    ],
    worker: { format: 'es' },
    build: {
      outDir: resolve('out/renderer'),
      emptyOutDir: true,
      target: 'chrome140',
      minify: true,
      // The content security policy refuses fonts and scripts as data: addresses.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: { index: resolve('src/renderer/index.html') } },
    },
  },
})
