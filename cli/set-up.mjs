/**
 * Installs what Genrep needs and is not there. It needs nothing itself and runs on the machine's own Node (>= 20); it is
 * safe to run again and takes no time when nothing is missing.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';

const say = (text) => process.stdout.write(`${text}\n`);

/** Runs a command; its output is shown only when it fails or is asked for. */
function run(command, args, { show = false, env = {} } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: show ? 'inherit' : 'pipe',
    encoding: 'utf8',
    shell: windows,
  });
  return {
    ok: result.status === 0,
    text: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`,
  };
}

const onPath = (command) => run(windows ? 'where' : 'which', [command]).ok;

// Dependencies

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
/** Whether Genrep lies in another project's node_modules; then that project's npm has installed what is needed. */
const isDependency = root.split(path.sep).includes('node_modules');
const marker = path.join(root, 'node_modules', '.genrep-lock');

/** npm keeps what it fetches in the user's home; where that cannot be written, in the project. */
function cacheOfNpm() {
  const usual = process.env.npm_config_cache || path.join(os.homedir(), '.npm');
  try {
    mkdirSync(usual, { recursive: true });
    accessSync(usual, constants.W_OK);
    return {};
  } catch {
    return { npm_config_cache: path.join(root, '.cache', 'npm') };
  }
}

function installDependencies() {
  if (isDependency) return;
  const wanted = lockHash();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  say('Installerar beroenden med npm ci (ungefär en minut) …  Installing dependencies …');
  // The package "node" fetches the program for this machine in its install script, the only one that is run.
  const steps = [
    ['ci', '--loglevel=error'],
    ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'],
  ];
  for (const step of steps) {
    if (run('npm', step, { show: true, env: cacheOfNpm() }).ok) continue;
    say(`npm ${step.join(' ')} misslyckades; se ovan. Utan beroendena kan ingenting i Genrep köras.`);
    process.exit(4);
  }
  writeFileSync(marker, wanted);
}

// Browser

const BROWSERS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

function browserThere() {
  if (process.env.GENREP_BROWSER) return existsSync(process.env.GENREP_BROWSER);
  if (BROWSERS.some(onPath)) return true;
  const playwright = run(path.join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node'), [
    '-e',
    "import('playwright').then(({chromium})=>process.exit(require('node:fs').existsSync(chromium.executablePath())?0:1))",
  ]);
  return playwright.ok;
}

/** Ways to get a browser, best first; a Debian package where there is apt, Playwright's own download elsewhere. */
function browserSources() {
  const sources = [];
  if (onPath('apt-get') && process.getuid?.() === 0) {
    const apt = (name) => () => run('apt-get', ['install', '-y', '--no-install-recommends', name]).ok;
    const update = () => run('apt-get', ['update']).ok;
    sources.push(() => update() && apt('chromium-headless-shell')(), apt('chromium'));
  }
  sources.push(() => run('npx', ['--no-install', 'playwright', 'install', 'chromium']).ok);
  return sources;
}

function installBrowser() {
  if (browserThere()) return;
  say('Installerar en webbläsare, Chromium (ungefär en minut) …  Installing a browser …');
  const found = browserSources().some((source) => source() && browserThere());
  if (!found) {
    say(
      'Ingen webbläsare kunde installeras. Steg i webbläsare rapporteras som "ej prövade". Installera Chromium, eller',
    );
    say('ange en i miljövariabeln GENREP_BROWSER, och kör kommandot igen.');
  }
}

// Java, for the Allure report only

function lookForJava() {
  if (onPath('java')) return;
  say(
    'Java saknas: Allure-rapporten skapas inte, bara dess resultatfiler. Installera Java 17 för att få den.',
  );
}

// k6, for load only; it may take minutes, so it is made in the background while other things are done

function k6There() {
  const isCurrent = (program) => / v[2-9]\.| v\d{2,}\./.test(run(program, ['version']).text);
  if (process.env.GENREP_K6) return isCurrent(process.env.GENREP_K6);
  const cached = path.join(root, '.cache', 'k6', windows ? 'k6.exe' : 'k6');
  return existsSync(cached) || (onPath('k6') && isCurrent('k6'));
}

function installK6() {
  if (k6There()) return;
  say(
    'Hämtar k6, eller bygger det med Go (några minuter), i bakgrunden …  Getting k6, or building it, in the background …',
  );
  const cache = path.join(root, '.cache', 'k6');
  mkdirSync(cache, { recursive: true });
  const log = openSync(path.join(cache, 'install.log'), 'a');
  spawn(process.execPath, [path.join(root, 'load', 'k6', 'install.mjs')], {
    cwd: root,
    detached: true,
    stdio: ['ignore', log, log],
  }).unref();
}

installK6();
installDependencies();
installBrowser();
lookForJava();
