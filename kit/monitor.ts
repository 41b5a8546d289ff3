/** What a monitor outside this repository is written with: `genrep/monitor`. */
export type * from '../domain/fact.ts';
export type { Facts, Finding, Judgement, Monitor } from '../domain/monitor.ts';
