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
  'no-flow': both('inget flöde', 'no flow'),
  untraced: both('inte spårat', 'not traced'),
  'not-here': both('inte för ett flöde', 'not for a flow'),
};

export const TRACE_VERDICTS: Readonly<Record<TraceStanding, Verdict>> = {
  shown: 'pass',
  'no-flow': 'fail',
  untraced: 'not-covered',
  'not-here': 'unknown',
};
