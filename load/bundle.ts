import path from 'node:path';
import { build } from 'esbuild';

/**
 * Flows' interpreter, driver, dispatcher and the areas of care as one file that k6 runs; every virtual user holds its own
 * copy.
 * @param areas paths of the files that say an area in FHIR, each with the export `fhir`
 * @param mapped whether the system says it otherwise, by a mapping
 */
export async function bundleScript(areas: readonly string[], mapped = false): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entryOf(areas, mapped), resolveDir: path.join(import.meta.dirname, 'script') },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    // What an area uses may say where its code is in no other way.
    mainFields: ['module', 'main'],
    target: 'es2023',
    external: ['k6', 'k6/*'],
    // k6 has neither; esbuild writes them out in what it has.
    supported: { 'async-generator': false, 'for-await': false },
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers: true,
    // A field that the constructor sets need not be made twice.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    legalComments: 'none',
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error('esbuild made no bundle.');
  return bundle.text;
}

const entryOf = (areas: readonly string[], mapped: boolean): string => `
${areas.map((file, at) => `import { fhir as area${at} } from ${JSON.stringify(file)};`).join('\n')}
${mapped ? DIALECTS : 'const dialectsOf = undefined;'}
import { options, segmentPlayer } from './main.ts';
export { options };
export default segmentPlayer([${areas.map((_, at) => `area${at}`).join(', ')}], dialectsOf);
`;

const DIALECTS = "import { dialectsOf } from '../../systems/fhir-r4/mapping/dialect.ts';";
