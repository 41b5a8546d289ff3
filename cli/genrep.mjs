#!/usr/bin/env node
/** The command. Genrep runs on the Node that npm installed with it, whatever the machine's own is. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const installed = path.join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  // What has been compiled once is read from here: most commands take longer to load than to work. Node 20 lacks the name.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(path.join(root, '.cache', 'compiled'));
  // As with `| head`: a run goes on all the same, since its evidence is what counts.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const { main } = await import('./main.ts');
  await main(process.argv);
} else if (existsSync(installed)) {
  const { status, signal } = spawnSync(
    installed,
    [fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
    },
  );
  process.exit(status ?? (signal === 'SIGINT' ? 130 : 4));
} else {
  process.stderr.write('Genrep är inte installerat än: kör "npm start" eller "node cli/set-up.mjs" först.\n');
  process.exit(4);
}
