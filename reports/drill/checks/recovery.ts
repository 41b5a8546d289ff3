import type { DrillStops } from '../../../domain/drill-evidence.ts';
import { SECOND } from '../../../domain/time.ts';
import { type Bilingual, both, number as told } from '../../../pages/bilingual.ts';
import { type Judge, nothing, seconds } from './check.ts';

/** Counted from when it stopped: what takes over takes over by itself, and who goes back cannot work until all is there. */
const FROM_THE_STOP: readonly DrillStops[] = ['failover', 'roll-back'];

const RECOVERED: Readonly<Record<DrillStops, (limit: number) => Bilingual>> = {
  ...each(['system', 'network', 'sign-in'], (limit) =>
    both(
      `Det gick att läsa och skriva inom ${limit} s efter stoppet`,
      `It could be read and written within ${limit} s of the stop`,
    ),
  ),
  laboratory: (limit) =>
    both(
      `Kön stod hos laboratoriet inom ${limit} s efter stoppet`,
      `The queue stood at the laboratory within ${limit} s of the stop`,
    ),
  failover: (limit) =>
    both(
      `Den andra servern tog emot inom ${limit} s efter att den första försvann`,
      `The other server accepted within ${limit} s of the loss of the first`,
    ),
  'roll-back': (limit) =>
    both(
      `Allt var infört i det gamla systemet inom ${limit} s`,
      `All was entered in the old system within ${limit} s`,
    ),
};

export const recoveryTime: Judge = ({ opened: { limits, stops }, came }) => {
  const words = RECOVERED[stops](limits.recoverWithin);
  const from = FROM_THE_STOP.includes(stops) ? came.stopped : came.over;
  if (from === undefined) return nothing(words);
  if (came.recovered === undefined)
    return { words, verdict: 'fail', measured: both('gick inte', 'could not'), against: [] };
  const took = (came.recovered - from) / SECOND;
  return {
    words,
    verdict: took <= limits.recoverWithin ? 'pass' : 'fail',
    measured: seconds(took),
    against: [],
  };
};

/** Nobody can tell of a machine that was lost while nobody wrote. */
export const workedThrough: Judge = ({ wrote }) => {
  const accepted = (phase: string) =>
    wrote.filter(({ when, told: said }) => when === phase && said === 'accepted').length;
  const [before, after] = [accepted('before'), accepted('after') + accepted('down')];
  return {
    words: both(
      'Det skrevs både före och efter växlingen',
      'It was written both before and after the failover',
    ),
    verdict: before > 0 && after > 0 ? 'pass' : 'not-covered',
    measured: both(
      `${told(before).sv} före, ${told(after).sv} efter`,
      `${told(before).en} before, ${told(after).en} after`,
    ),
    against: [],
  };
};

function each<K extends string, V>(keys: readonly K[], value: V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value])) as Record<K, V>;
}
