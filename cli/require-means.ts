import { loadProfile } from '../systems/load-profile.ts';
import type { SystemProfile } from '../systems/profile.ts';
import { requireFaults, type SystemChoice } from './system-under-test.ts';

export interface Means extends Pick<SystemChoice, 'system' | 'faults'> {
  /** Whether pages will be looked at. */
  readonly browser: boolean;
}

/**
 * Whether what a run needs is there, as far as it can be told at once: the profile of a test environment, faults that
 * exist, a browser. Asked before what takes time is begun. Answers the profile. Throws InputError.
 */
export async function requireMeans({ system, faults, browser }: Means): Promise<SystemProfile> {
  const profile = loadProfile(system);
  requireFaults({ system, faults });
  if (browser) {
    const { findBrowser } = await import('../systems/reference-ui/browser.ts');
    findBrowser();
  }
  return profile;
}
