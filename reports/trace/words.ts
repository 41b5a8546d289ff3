import type { ListKind } from '../../domain/trace.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';
import type { TraceStanding } from './trace.ts';

export const TRACE_KINDS: Readonly<Record<ListKind, Bilingual>> = {
  requirements: both('Kravlista', 'List of requirements'),
  'patient-scenarios': both('Patienters egna scenarier', 'Patients’ own scenarios'),
};

export const TRACE_STANDINGS: Readonly<Record<TraceStanding, Bilingual>> = {
  shown: both('visas av flöde', 'shown by a flow'),
  'no-flow': both('inget flöde visar det', 'no flow shows it'),
  untraced: both('ingen har sagt vad som visar det', 'nobody has said what shows it'),
  'not-here': both('kan inte visas av ett flöde', 'cannot be shown by a flow'),
};

export const TRACE_VERDICTS: Readonly<Record<TraceStanding, Verdict>> = {
  shown: 'pass',
  'no-flow': 'fail',
  untraced: 'not-covered',
  'not-here': 'unknown',
};
