import { readYaml } from '../../../input/yaml-source.ts';
import type { Basis, ByAge } from '../../disease/module.ts';
import type { Words } from '../rule.ts';

/** How often something happens in the population, per 1,000 person-years. */
export interface Rate {
  readonly name: Words;
  readonly basis: Basis;
  readonly of: 'hospital-stays' | 'deaths';
  /** From each age on, over the whole history. */
  readonly perAge?: ByAge;
  /** All ages together, from and to, in the last year before the date on which ages are told. */
  readonly lastYear: readonly [number, number];
}

export const readRates = (): readonly Rate[] =>
  readYaml(new URL('./rates.yaml', import.meta.url).pathname).content as readonly Rate[];
