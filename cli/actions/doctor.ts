import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import { EXIT } from '../../domain/verdict.ts';
import { findK6 } from '../../load/find-k6.ts';
import { BrowserMissing, findBrowser } from '../../systems/browser/browser.ts';
import { ROOT, VERSION } from '../project.ts';

/** One thing Genrep uses: whether it is there, and what is lost without it. */
interface Finding {
  readonly name: string;
  readonly found: string | null;
  readonly without: string;
}

/** `genrep doctor`: exit code 3 when something is missing that makes a part of Genrep "not covered". */
export async function examine({ json }: { readonly json?: true }): Promise<void> {
  const findings: readonly Finding[] = [
    { name: 'Genrep', found: VERSION, without: '' },
    { name: 'Node', found: process.version, without: '' },
    {
      name: 'Webbläsare',
      found: browser(),
      without:
        'Flöden i webbläsare prövas inte. Installera Chromium (Debian: apt-get install chromium-headless-shell) eller kör "npx playwright install chromium".',
    },
    await k6(),
    {
      name: 'Java',
      found: await firstLineOf('java', ['-version']),
      without: 'Allure-rapporten skapas inte, bara dess resultatfiler. Installera Java 17.',
    },
  ];
  process.stdout.write(json ? `${JSON.stringify(findings)}\n` : findings.map(describe).join(''));
  process.exitCode = findings.every(({ found }) => found !== null) ? EXIT.pass : EXIT.inconclusive;
}

async function k6(): Promise<Finding> {
  const found = await findK6({ root: ROOT, environment: process.env });
  return found.found
    ? { name: 'k6', found: `${found.version} (${found.program})`, without: '' }
    : { name: 'k6', found: null, without: `Belastning prövas inte. ${found.reason}` };
}

const describe = ({ name, found, without }: Finding): string =>
  found === null ? `✗ ${name.padEnd(12)} saknas. ${without}\n` : `✓ ${name.padEnd(12)} ${found}\n`;

function browser(): string | null {
  try {
    return findBrowser();
  } catch (error) {
    if (error instanceof BrowserMissing) return null;
    throw error;
  }
}

/** What a program says of its version, or null where there is no such program. */
async function firstLineOf(program: string, args: readonly string[]): Promise<string | null> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, [...args]);
    return `${stdout}${stderr}`.split('\n')[0] ?? '';
  } catch {
    return null;
  }
}
