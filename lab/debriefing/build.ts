import path from 'node:path';
import { build, type Plugin } from 'esbuild';

const CLIENT = path.join(import.meta.dirname, 'client');
const ROOT = path.resolve(import.meta.dirname, '../..');

/** The page's script and style, without a reference to another host; a second's work, kept nowhere. */
export async function buildDebriefing(): Promise<{ readonly script: string; readonly style: string }> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: { debriefing: path.join(CLIENT, 'main.tsx') },
    outdir: CLIENT,
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [leaveOutUnusedParts],
    logLevel: 'warning',
  });
  const made = (ending: string): string => {
    const file = outputFiles.find((each) => each.path.endsWith(ending));
    if (file === undefined) throw new Error(`The build of the debriefing made no ${ending} file.`);
    return file.text;
  };
  return { script: made('.js'), style: made('.css') };
}

/** Aksel says only in its outer package.json, where esbuild does not look, that importing its files has no effect. */
const leaveOutUnusedParts: Plugin = {
  name: 'leave-out-unused-parts',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, (asked) =>
      AKSEL.some((part) => asked.resolveDir.includes(part))
        ? { path: path.join(asked.resolveDir, asked.path), sideEffects: false }
        : undefined,
    );
  },
};
const AKSEL = [path.join('@navikt', 'aksel-icons'), path.join('@navikt', 'ds-react')];
