import { ROLES } from '../../domain/role.ts';
import { both, number, percent } from '../../pages/bilingual.ts';
import { measureLabs } from '../lab/measure-lab.ts';
import { because, type GateStrategy } from './gate.ts';
import { byALab, judgeFigure, nobodyCame } from './lab.ts';

/** At least this share of people's cards was seen to be done without help, 95 % interval and all. */
export const labTaskSuccess: GateStrategy<'lab-task-success'> = {
  from: ['lab'],
  closing: () => byALab,
  judge({ atLeast }, { runs }) {
    const least = percent(atLeast);
    const limit = both(`minst ${least.sv} klara utan hjälp`, `at least ${least.en} done without help`);
    return judgeFigure(measureLabs(runs)?.all.success, limit, { atLeast }, 'share');
  },
};

/** The single ease question, one to seven, has at least this mean, 95 % interval and all. */
export const labEase: GateStrategy<'lab-ease'> = {
  from: ['lab'],
  closing: () => byALab,
  judge({ atLeast }, { runs }) {
    const least = number(atLeast);
    const limit = both(`minst ${least.sv} av 7 i lätthet`, `at least ${least.en} of 7 in ease`);
    return judgeFigure(measureLabs(runs)?.all.ease, limit, { atLeast }, 'number');
  },
};

/** People take at most so many times the time that the day has for the step, 95 % interval and all. */
export const labFriction: GateStrategy<'lab-friction'> = {
  from: ['lab'],
  closing: () => byALab,
  judge({ atMost }, { runs }) {
    const most = number(atMost);
    const limit = both(
      `högst ${most.sv} gånger dagens arbetstid`,
      `at most ${most.en} times the day's working time`,
    );
    return judgeFigure(measureLabs(runs)?.all.friction, limit, { atMost }, 'number');
  },
};

/** Observers saw at most so many use errors that may harm a patient. No share passes: each is a reason by itself. */
export const labCriticalErrors: GateStrategy<'lab-critical-errors'> = {
  from: ['lab'],
  closing: () => byALab,
  judge({ atMost }, { runs }) {
    const limit = both(`högst ${atMost} kritiska fel`, `at most ${atMost} critical errors`);
    const lab = measureLabs(runs);
    if (lab === undefined) return nobodyCame(limit);
    const { critical, all } = lab;
    const verdict = critical <= atMost ? 'pass' : 'fail';
    const seen = both(
      `Observatörer såg ${critical} fel som kan skada en patient, på ${all.cards} kort.`,
      `Observers saw ${critical} errors that may harm a patient, on ${all.cards} cards.`,
    );
    return {
      verdict,
      limit,
      measured: both(`${critical} på ${all.cards} kort`, `${critical} on ${all.cards} cards`),
      reasons: verdict === 'pass' ? [] : [because('fail', seen)],
    };
  },
};

/** At least so many people of a role have each done so many cards without help. */
export const trainedAndPassed: GateStrategy<'trained-and-passed'> = {
  from: ['lab'],
  closing: () => byALab,
  judge({ role, people, cards }, { runs }) {
    const { title, en } = ROLES[role];
    const limit = both(
      `minst ${people} (${title.toLowerCase()}) med ${cards} kort utan hjälp`,
      `at least ${people} (${en.replace(/^the /, '')}) with ${cards} cards without help`,
    );
    const of = measureLabs(runs)?.unaidedBy.filter((each) => each.role === role) ?? [];
    if (of.length === 0) return nobodyCame(limit);
    const passed = of.filter((each) => each.cards >= cards).length;
    const verdict = passed >= people ? 'pass' : 'fail';
    const few = both(
      `${passed} av ${of.length} har gjort ${cards} kort utan hjälp; det ska vara minst ${people}.`,
      `${passed} of ${of.length} have done ${cards} cards without help; at least ${people} are needed.`,
    );
    return {
      verdict,
      limit,
      measured: both(`${passed} av ${of.length}`, `${passed} of ${of.length}`),
      reasons: verdict === 'pass' ? [] : [because('fail', few)],
    };
  },
};
