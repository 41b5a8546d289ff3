import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
 * Bundles the web client, and the app of home care beside it, into static files without any reference to another host.
 * Does nothing when the sources are those of the last build.
 *
 * @returns the absolute path of the folder to serve
 */
export async function buildClient(): Promise<string> {
  const sources = await hashOfSources();
  if ((await textOrNothing(STAMP)) === sources) return DIST;

  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const define = { 'process.env.NODE_ENV': '"production"', GENREP_VERSION: JSON.stringify(version) };
  await buildApp({ from: CLIENT, to: DIST, define });
  const homeCare = { from: join(CLIENT, 'home-care'), to: join(DIST, 'home-care') };
  const shell = await buildApp({ ...homeCare, define });
  await buildWorker(homeCare, shell);
  await writeFile(STAMP, sources);
  return DIST;
}

interface App {
  /** Folder of main.tsx and index.html. */
  readonly from: string;
  readonly to: string;
}

/** @returns the names of the script and the style */
async function buildApp({
  from,
  to,
  define,
}: App & { readonly define: Record<string, string> }): Promise<string[]> {
  await mkdir(to, { recursive: true });
  const before = await readdir(to);
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { app: join(from, 'main.tsx') },
    outdir: to,
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    jsx: 'automatic',
    define,
    metafile: true,
    plugins: [leaveOutUnusedParts],
    logLevel: 'warning',
  });
  const outputs = Object.keys(metafile.outputs).map((path) => relative(to, join(ROOT, path)));
  const only = (ending: string): string => {
    const output = outputs.find((name) => name.endsWith(ending));
    if (output === undefined) throw new Error(`The build of ${relative(ROOT, from)} made no ${ending} file.`);
    return output;
  };
  const page = await readFile(join(from, 'index.html'), 'utf8');
  await writeFile(
    join(to, 'index.html'),
    page.replace('%STYLE%', only('.css')).replace('%SCRIPT%', only('.js')),
  );
  const stale = before.filter((name) => name.startsWith('app-') && !outputs.includes(name));
  await Promise.all(stale.map((name) => rm(join(to, name), { force: true })));
  return [only('.css'), only('.js')];
}

/** What an app has beside its script and style, as it stands. */
const AS_IT_STANDS = ['app.webmanifest', 'icon.svg'];

/** The service worker that holds the app: it knows every file of it by name and content. */
async function buildWorker({ from, to }: App, hashed: readonly string[]): Promise<void> {
  await Promise.all(AS_IT_STANDS.map((name) => copyFile(join(from, name), join(to, name))));
  const revised = await Promise.all(
    ['index.html', ...AS_IT_STANDS].map(async (name) => ({
      url: `/home-care/${name}`,
      revision: createHash('sha256')
        .update(await readFile(join(to, name)))
        .digest('hex')
        .slice(0, 16),
    })),
  );
  const shell = [...hashed.map((name) => ({ url: `/home-care/${name}`, revision: null })), ...revised];
  await build({
    absWorkingDir: ROOT,
    entryPoints: { worker: join(from, 'worker.ts') },
    outdir: to,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2024',
    define: { 'process.env.NODE_ENV': '"production"', SHELL: JSON.stringify(shell) },
    logLevel: 'warning',
  });
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
