import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { fileURLToPath } from 'node:url'

function projectPath(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: projectPath('src-main/index.ts'),
          cli: projectPath('src-main/cli.ts'),
          'exchange.worker': projectPath('src-main/workers/exchange.worker.ts'),
          'import.process': projectPath('src-main/workers/import.process.ts'),
          'import.worker': projectPath('src-main/workers/import.worker.ts'),
          'parse.worker': projectPath('src-main/workers/parse.worker.ts'),
          'query.worker': projectPath('src-main/workers/query.worker.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: projectPath('src-main/preload.ts') },
        // A sandboxed preload has to be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: projectPath('src-renderer'),
    plugins: [vue()],
    build: {
      outDir: projectPath('out/renderer'),
      minify: true,
      // The content security policy lets fonts come from files alone.
      assetsInlineLimit: 0,
      rolldownOptions: { input: projectPath('src-renderer/index.html') },
    },
    worker: { format: 'es' },
  },
})
