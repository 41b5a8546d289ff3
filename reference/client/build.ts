import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const CLIENT = import.meta.dirname;
const ROOT = resolve(CLIENT, '../..');
const DIST = join(CLIENT, 'dist');
const STAMP = join(DIST, '.sources');

/** What the bundle is made of beside this folder. */
const OTHER_SOURCES = [
  'package.json',
  'package-lock.json',
  'domain/news2.ts',
  'domain/role.ts',
  'domain/codes',
];

/**
 * Bundles the web client into static files without any reference to another host.
 * Does nothing when the sources are those of the last build.
 *
 * @returns the absolute path of the folder to serve
 */
export async function buildClient(): Promise<string> {
  const sources = await hashOfSources();
  if ((await textOrNothing(STAMP)) === sources) return DIST;

  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  await mkdir(DIST, { recursive: true });
  const before = await readdir(DIST);
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { app: join(CLIENT, 'main.tsx') },
    outdir: DIST,
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', GENREP_VERSION: JSON.stringify(version) },
    metafile: true,
    plugins: [leaveOutUnusedParts],
    logLevel: 'warning',
  });
  const outputs = Object.keys(metafile.outputs).map((path) => relative(DIST, join(ROOT, path)));
  const only = (ending: string): string => {
    const output = outputs.find((name) => name.endsWith(ending));
    if (output === undefined) throw new Error(`The build of the web client made no ${ending} file.`);
    return output;
  };
  const page = await readFile(join(CLIENT, 'index.html'), 'utf8');
  await writeFile(
    join(DIST, 'index.html'),
    page.replace('%STYLE%', only('.css')).replace('%SCRIPT%', only('.js')),
  );
  const stale = before.filter((name) => name.startsWith('app-') && !outputs.includes(name));
  await Promise.all(stale.map((name) => rm(join(DIST, name), { force: true })));
  await writeFile(STAMP, sources);
  return DIST;
}

/** Aksel says only in its outer package.json, where esbuild does not look, that importing its files has no effect. */
const leaveOutUnusedParts: Plugin = {
  name: 'leave-out-unused-parts',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir }) =>
      AKSEL.some((part) => resolveDir.includes(part))
        ? { path: join(resolveDir, path), sideEffects: false }
        : undefined,
    );
  },
};
const AKSEL = [join('@navikt', 'aksel-icons'), join('@navikt', 'ds-react')];

async function hashOfSources(): Promise<string> {
  const own = (await filesUnder(CLIENT)).filter((path) => !path.startsWith(DIST));
  const others = await Promise.all(OTHER_SOURCES.map((path) => filesUnder(join(ROOT, path))));
  const hash = createHash('sha256');
  for (const path of [...own, ...others.flat()].sort()) {
    hash
      .update(relative(ROOT, path))
      .update('\0')
      .update(await readFile(path))
      .update('\0');
  }
  return hash.digest('hex');
}

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    if (isErrorCode(error, 'ENOTDIR')) return undefined;
    // Where Genrep is a dependency there is no lock file of its own.
    if (isErrorCode(error, 'ENOENT')) return [];
    throw error;
  });
  if (entries === undefined) return [path];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function textOrNothing(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (isErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  });
}

const isErrorCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
