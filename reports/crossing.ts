import type { Gate, StageGate } from '../domain/stage.ts';
import { type Verdict, worst } from '../domain/verdict.ts';
import { type Bilingual, both } from '../pages/bilingual.ts';
import type { GateResult } from './judge-gates.ts';

/** What decides a go-live beside patients' flows, one piece a line. */
const PIECES = {
  access: { ...both('Åtkomst', 'Access'), command: 'npx genrep access' },
  migration: { ...both('Migrering', 'Migration'), command: 'npx genrep migration' },
  downtime: { ...both('Driftstopp och återgång', 'Downtime and roll-back'), command: 'npx genrep drill' },
  training: { ...both('Utbildning', 'Training'), command: 'npx genrep training' },
  approval: { ...both('Kliniskt godkännande', 'Clinical approval'), command: 'npx genrep approve' },
  weeks: { ...both('De första veckorna', 'The first weeks'), command: 'npx genrep weeks' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly command: string }>>;
type PieceId = keyof typeof PIECES;

/** What kinds of gate say of which piece. */
const PIECE_OF: Readonly<Partial<Record<Gate['kind'], PieceId>>> = {
  'access-matrix': 'access',
  'access-log': 'access',
  'migration-findings': 'migration',
  'migration-sample': 'migration',
  'drill-recovery': 'downtime',
  'drill-data': 'downtime',
  'staff-trained': 'training',
  'trained-and-passed': 'training',
  'clinically-approved': 'approval',
  'stop-rules-fixed': 'weeks',
};

/** A piece of the crossing to a new system, as far as the stage has come with it. */
export interface Piece extends Bilingual {
  readonly id: PieceId;
  readonly verdict: Verdict;
  /** How many of its gates are passed, and how many the stage has. */
  readonly passed: number;
  readonly all: number;
  /** The command that it is shown with. */
  readonly command: string;
}

/** The pieces that a stage has gates for, whether the runs were about them or not. */
export function piecesOf(gates: readonly StageGate[], results: readonly GateResult[]): Piece[] {
  const pieceOf = new Map(gates.map(({ id, gate }) => [id, PIECE_OF[gate.kind]]));
  return (Object.keys(PIECES) as PieceId[]).flatMap((id) => {
    const own = results.filter((result) => pieceOf.get(result.id) === id);
    if (own.length === 0) return [];
    const verdicts = own.map(({ verdict }) => verdict);
    const passed = verdicts.filter((verdict) => verdict === 'pass').length;
    return [{ id, ...PIECES[id], verdict: worst(verdicts), passed, all: own.length }];
  });
}
