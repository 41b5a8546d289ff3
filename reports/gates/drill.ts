import type { DrillStops } from '../../domain/drill-evidence.ts';
import { SECOND } from '../../domain/time.ts';
import { worst } from '../../domain/verdict.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';
import type { DrillCheck, DrillConcern } from '../drill/checks/check.ts';
import { type DrillResult, drillsOf, measureDrills } from '../drill/measure-drill.ts';
import { namedNumbers, STOPS } from '../drill/words.ts';
import type { Summary } from '../verdicts.ts';
import { act } from './closing.ts';
import {
  because,
  type Closing,
  type GateFinding,
  type GateStrategy,
  notChosen,
  type Reason,
} from './gate.ts';

/** Closed by holding a drill: each way to stop has one that can be begun with. */
const BEGIN_WITH: Readonly<Record<DrillStops, string>> = {
  system: 'planerat-stopp',
  network: 'natet-borta',
  'sign-in': 'inloggningen-borta',
  laboratory: 'laboratoriet-borta',
  failover: 'servern-vaxlas',
  'roll-back': 'aterga-till-det-gamla',
};

const byDrill = (of: readonly DrillStops[]): Closing => {
  const command = of.map((stop) => `npx genrep drill ${BEGIN_WITH[stop]}`).join(' && ');
  const names = told(of);
  return {
    look: act(`Öva stoppen: ${names.sv}.`, `Rehearse the downtimes: ${names.en}.`, command),
    mend: act(
      'Ändra systemet, nätet eller reservrutinen, och öva igen.',
      'Change the system, the network or the downtime routine, and rehearse again.',
      command,
    ),
  };
};

function ofDrills(
  { runs }: Summary,
  stops: readonly DrillStops[],
  limit: Bilingual,
  judge: (held: readonly DrillResult[]) => {
    readonly measured: Bilingual;
    readonly reasons: readonly Reason[];
  },
): GateFinding {
  const { held, missing } = drillsOf(measureDrills(runs), stops);
  const names = told(missing);
  // Whoever rehearsed one has not said that the others are in order.
  const lacking =
    missing.length === 0
      ? []
      : [notChosen(both(`Ingen har övat: ${names.sv}.`, `Nobody has rehearsed: ${names.en}.`))];
  if (held.length === 0) {
    const measured = both('inte övat', 'not rehearsed');
    return { verdict: 'not-covered', limit, measured, reasons: lacking };
  }
  const { measured, reasons } = judge(held);
  const all = [...reasons, ...lacking];
  return { verdict: worst(['pass', ...all.map(({ verdict }) => verdict)]), limit, measured, reasons: all };
}

/** The checks of a concern that did not pass, each with what speaks against it. */
const reasonsIn = (held: readonly DrillResult[], concern: DrillConcern): Reason[] =>
  held.flatMap(({ opened, checks, verdict }) => {
    const against = checks.filter((check) => check.concern === concern && check.verdict !== 'pass');
    if (against.length === 0 && verdict === 'not-covered' && concern === 'data') {
      return [because('not-covered', both(`${opened.sv}: bröts av.`, `${opened.en}: was broken off.`))];
    }
    return against.map((check) => because(check.verdict, reasonOf(opened, check)));
  });

function reasonOf({ sv, en }: Bilingual, { words, measured, against }: DrillCheck): Bilingual {
  const named = against.length === 0 ? '' : ` (${namedNumbers(against)})`;
  return both(
    `${sv}: det gick inte att visa att ${lower(words.sv)}: ${measured.sv}${named}.`,
    `${en}: it could not be shown that ${lower(words.en)}: ${measured.en}${named}.`,
  );
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** After each of these ways to stop it could be worked again within the time of the gate, and of the drill. */
export const drillRecovery: GateStrategy<'drill-recovery'> = {
  from: ['drill', 'day'],
  closing: ({ of }) => byDrill(of),
  judge({ of, atMost }, summary) {
    const limit = both(`åter inom ${atMost} s`, `back within ${atMost} s`);
    return ofDrills(summary, of, limit, (held) => {
      const times = held.flatMap(({ came, opened }) => {
        const from = came.over ?? came.stopped;
        if (from === undefined || came.recovered === undefined) return [];
        return [{ opened, took: (came.recovered - from) / SECOND }];
      });
      const late = times.filter(({ took }) => took > atMost);
      const slowest = Math.round(Math.max(0, ...times.map(({ took }) => took)) * 10) / 10;
      const reasons = [
        ...reasonsIn(held, 'recovery'),
        ...late.map(({ opened, took }) => because('fail', lateText(opened, took))),
      ];
      return { measured: seconds(slowest), reasons };
    });
  },
};

const lateText = ({ sv, en }: Bilingual, took: number): Bilingual => {
  const { sv: own, en: theirs } = seconds(Math.round(took * 10) / 10);
  return both(`${sv}: tog ${own}.`, `${en}: took ${theirs}.`);
};

const seconds = (value: number): Bilingual => both(`${value.toString().replace('.', ',')} s`, `${value} s`);

/** After each of these ways to stop nothing is lost, doubled, moved or changed. */
export const drillData: GateStrategy<'drill-data'> = {
  from: ['drill', 'day'],
  closing: ({ of }) => byDrill(of),
  judge({ of }, summary) {
    const limit = both('inget tappat, inget dubbelt, inget ändrat', 'nothing lost, doubled or changed');
    return ofDrills(summary, of, limit, (held) => {
      const checks = held.flatMap((drill) => drill.checks.filter(({ concern }) => concern === 'data'));
      const right = checks.filter(({ verdict }) => verdict === 'pass').length;
      const measured = both(
        `${right} av ${checks.length} kontroller höll`,
        `${right} of ${checks.length} checks held`,
      );
      return { measured, reasons: reasonsIn(held, 'data') };
    });
  },
};

const told = (stops: readonly DrillStops[]): Bilingual => {
  const names = stops.map((stop) => STOPS[stop]);
  return both(names.map(({ sv }) => sv).join(', '), names.map(({ en }) => en).join(', '));
};
