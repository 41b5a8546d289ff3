import { VERDICT_TEXTS } from '../../pages/verdict.ts';
import type { HazardReport } from '../hazards.ts';
import { csv } from './csv.ts';

const HEAD = [
  'id',
  'fara',
  'orsak',
  'orsakens källa',
  'skydd',
  'krav',
  'flöden',
  'utfall',
  'prövat',
  'brast',
  'körningar',
  'föreslagen kvarvarande risk',
  'skäl',
  'klinikens bedömning',
  'bedömd av',
  'bedömd',
  'klinisk ägare',
];

const LEVELS = { low: 'låg', medium: 'medel', high: 'hög', unknown: 'okänd' } as const;

/** The hazard log with its evidence as a table; the columns of the clinician's rating are empty until there is one. */
export const hazardsCsv = ({ hazards }: HazardReport): string =>
  csv([
    HEAD,
    ...hazards.map((hazard) => [
      hazard.id,
      hazard.sv,
      hazard.cause.sv,
      hazard.cause.source,
      hazard.control.sv,
      hazard.requirements.join(' '),
      hazard.flows.join(' '),
      VERDICT_TEXTS[hazard.verdict].sv,
      hazard.observedIn,
      hazard.brokenIn,
      hazard.runs.join(' '),
      LEVELS[hazard.proposed],
      hazard.why.sv,
      hazard.rating === undefined ? '' : LEVELS[hazard.rating.level],
      hazard.rating?.by,
      hazard.rating?.on,
      hazard.owner.sv,
    ]),
  ]);
