#!/usr/bin/env node
/** The command. Genrep runs on the Node that npm installed with it, whatever the machine's own is. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const installed = nodeAbove(root);

/** The Node that npm installed, in this folder's node_modules or, where Genrep is a dependency, in one above. */
function nodeAbove(folder) {
  const program = path.join(
    folder,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  const above = path.dirname(folder);
  return existsSync(program) || above === folder ? program : nodeAbove(above);
}

/** Of what strips types where Node does not; undefined where Genrep's own folder is the project. */
const hook = root.split(path.sep).includes('node_modules')
  ? new URL('./typescript-in-packages.mjs', import.meta.url).href
  : undefined;
const isNodeNeeded = Number(process.versions.node.split('.')[0]) >= NEEDED;
const isHooked = hook === undefined || process.env.NODE_OPTIONS?.includes(hook) === true;

if (isNodeNeeded && isHooked) {
  // What has been compiled once is read from here: most commands take longer to load than to work. Node 20 lacks the name.
  const { enableCompileCache } = await import('node:module');
  const compiled = path.join(root, '.cache', 'compiled');
  enableCompileCache(compiled);
  // For the threads and programs that it starts, the reference environment first.
  process.env.NODE_COMPILE_CACHE ??= compiled;
  // As with `| head`: a run goes on all the same, since its evidence is what counts.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const { main } = await import('./main.ts');
  await main(process.argv);
} else if (isNodeNeeded || existsSync(installed)) {
  handOver(isNodeNeeded ? process.execPath : installed);
} else {
  process.stderr.write('Genrep är inte installerat än: kör "npm start" eller "node cli/set-up.mjs" först.\n');
  process.exit(4);
}

/** The same command by another Node, or with the hook for it and for every thread and program that it starts. */
function handOver(node) {
  const options = [process.env.NODE_OPTIONS, hook && `--import=${hook}`].filter(Boolean).join(' ');
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: options },
  });
  // A terminal tells both of Ctrl-C; the child ends the run, and this one waits for it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.once('error', (error) => {
    process.stderr.write(
      `${node} kan inte startas (${error.code}); kör "npm start" eller "node cli/set-up.mjs".\n`,
    );
    process.exitCode = 4;
  });
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 4);
  });
}
