import { defineConfig } from 'vitest/config';
import { typesetFormulas } from './esbuild.plugins.mjs';
import { wasmInTests } from './esbuild.wasm.mjs';

export default defineConfig({
  plugins: [
    wasmInTests,
    {
      // As the build does, so that tests see what ships.
      name: 'typeset',
      enforce: 'pre',
      transform(code, id) {
        if (!id.endsWith('.tex.json')) return undefined;
        return { code: typesetFormulas(code), map: null };
      },
    },
  ],
  test: {
    include: ['test/unit/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
