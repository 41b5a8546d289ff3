import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether the Allure report could be made, and if not, why. */
export type AllureOutcome =
  | { readonly rendered: true; readonly page: string }
  | { readonly rendered: false; readonly reason: string };

/** How long Allure may take; 180 results take 5 s. */
const PATIENCE = 120_000;

/** Makes the Allure report of results as one HTML file. Allure needs Java; without it the report is not covered. */
export async function renderAllure(resultsFolder: string, reportFolder: string): Promise<AllureOutcome> {
  // Allure's start script takes this variable as it is; with "true" the report carries no call to an analytics service.
  const env = { ...process.env, ALLURE_NO_ANALYTICS: 'true' };
  try {
    await run('java', ['-version'], { timeout: PATIENCE });
  } catch (error) {
    return {
      rendered: false,
      reason: `Allurerapporten är ej prövad: Java går inte att starta (${messageOf(error)}).`,
    };
  }
  const packageFile = createRequire(import.meta.url).resolve('allure-commandline/package.json');
  const script = join(
    dirname(packageFile),
    'dist',
    'bin',
    process.platform === 'win32' ? 'allure.bat' : 'allure',
  );
  try {
    await run(script, ['generate', resultsFolder, '--clean', '--single-file', '--output', reportFolder], {
      env,
      timeout: PATIENCE,
      shell: process.platform === 'win32',
    });
    return { rendered: true, page: join(reportFolder, 'index.html') };
  } catch (error) {
    return { rendered: false, reason: `Allure kunde inte göra sin rapport: ${messageOf(error)}` };
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
