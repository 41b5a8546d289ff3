import process from 'node:process';
import { loadProfile } from '../systems/load-profile.ts';
import type { SystemProfile } from '../systems/profile.ts';
import { requireFaults, type SystemChoice } from './system-under-test.ts';

export interface Means extends Pick<SystemChoice, 'system' | 'faults'> {
  /** Whether pages are what the user asked for, or are looked at where there is a browser, or not at all. */
  readonly pages: 'asked-for' | 'where-possible' | 'none';
}

/**
 * Whether what a run needs is there, as far as it can be told at once: the profile of a test environment, faults that
 * exist, a browser where pages are asked for. Asked before what takes time is begun. Answers the profile. Throws InputError.
 */
export async function requireMeans({ system, faults, pages }: Means): Promise<SystemProfile> {
  const profile = loadProfile(system);
  requireFaults({ system, faults });
  if (pages !== 'none') await requireBrowser(pages);
  return profile;
}

async function requireBrowser(pages: 'asked-for' | 'where-possible'): Promise<void> {
  const { BrowserMissing, findBrowser } = await import('../systems/browser/browser.ts');
  try {
    findBrowser();
  } catch (error) {
    if (pages === 'asked-for' || !(error instanceof BrowserMissing)) throw error;
    process.stderr.write(`${error.message} Det som behöver sidor blir ej prövat.\n`);
  }
}
