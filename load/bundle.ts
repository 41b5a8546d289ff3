import path from 'node:path';
import { build } from 'esbuild';

/** Flows' interpreter, driver and dispatcher as one file that k6 runs; every virtual user holds its own copy. */
export async function bundleScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'script', 'main.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2023',
    external: ['k6', 'k6/*'],
    // k6 has neither; esbuild writes them out in what it has.
    supported: { 'async-generator': false, 'for-await': false },
    minifySyntax: true,
    // A field that the constructor sets need not be made twice.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    legalComments: 'none',
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error('esbuild made no bundle.');
  return bundle.text;
}
