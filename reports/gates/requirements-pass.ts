import { worst } from '../../domain/verdict.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';
import { type Failure, keysInFlows } from '../failures.ts';
import { type RequirementResult, wasChosen } from '../requirements.ts';
import { byADay } from './closing.ts';
import { type GateStrategy, notChosen, type Reason, ROBOTS } from './gate.ts';

/** Every requirement of these safety classes is `pass`; what nobody looked at shuts the gate as well. */
export const requirementsPass: GateStrategy<'requirements-pass'> = {
  from: ROBOTS,
  closing: () => byADay,
  judge({ classes }, { requirements, failures }) {
    const own = requirements.filter(({ requirement }) => classes.includes(requirement.safetyClass));
    const shut = own.filter(({ verdict }) => verdict !== 'pass');
    const names = classes.join(', ');
    const passed = own.length - shut.length;
    return {
      verdict: worst(own.map(({ verdict }) => verdict)),
      limit: both(`alla krav i klass ${names} godkända`, `all requirements of class ${names} pass`),
      measured: both(`${passed} av ${own.length} godkända`, `${passed} of ${own.length} pass`),
      reasons: own.length === 0 ? [nothingToJudge(names)] : shut.map((result) => reasonOf(result, failures)),
    };
  },
};

const nothingToJudge = (names: string): Reason =>
  notChosen(
    both(`Etappen har inga krav i klass ${names}.`, `The stage has no requirements of class ${names}.`),
  );

function reasonOf(result: RequirementResult, all: readonly Failure[]): Reason {
  const { requirement, verdict, observedIn, brokenIn, strandedIn, reason, failures, flows, notSupportedIn } =
    result;
  const how = howBroken(failures);
  if (verdict === 'unknown' && brokenIn === 0) {
    const why = both(
      `${stop(requirement.sv)} Går inte att avgöra: ${reason?.sv ?? ''}`,
      `${stop(requirement.en)} Cannot be told: ${reason?.en ?? ''}`,
    );
    return { verdict, requirement: requirement.id, text: why, failures };
  }
  if (verdict === 'not-covered') {
    const text = both(
      `${stop(requirement.sv)} Inte prövat: ${reason?.sv ?? ''}`,
      `${stop(requirement.en)} Not covered: ${reason?.en ?? ''}`,
    );
    const about = { verdict, requirement: requirement.id, text, failures };
    if (!wasChosen(result)) return { ...about, notChosen: true };
    return { ...about, causes: notSupportedIn > 0 ? [] : keysInFlows(all, flows) };
  }
  if (brokenIn === 0) {
    const seen = failures.reduce((sum, { count: times }) => sum + times, 0);
    const text = both(
      `${stop(requirement.sv)} Höll inte: det såg övervakarna ${seen} ${seen === 1 ? 'gång' : 'gånger'} utöver stegen.`,
      `${stop(requirement.en)} Did not hold: the monitors saw so ${seen} ${seen === 1 ? 'time' : 'times'} beside the steps.`,
    );
    return { verdict, requirement: requirement.id, text, failures };
  }
  if (strandedIn === brokenIn) {
    const text = both(
      `${stop(requirement.sv)} Kunde inte visas: ett annat steg gick fel i ${brokenIn} av ${count(observedIn).sv}.`,
      `${stop(requirement.en)} Could not be shown: another step failed in ${brokenIn} of ${count(observedIn).en}.`,
    );
    return { verdict, requirement: requirement.id, text, failures };
  }
  const text = both(
    `${stop(requirement.sv)} ${how.sv} i ${brokenIn} av ${count(observedIn).sv} där det prövades.`,
    `${stop(requirement.en)} ${how.en} in ${brokenIn} of the ${count(observedIn).en} in which it was looked at.`,
  );
  return { verdict, requirement: requirement.id, text, failures };
}

function howBroken(failures: readonly Failure[]): Bilingual {
  const failed = failures.some(({ verdict }) => verdict === 'fail');
  const unclear = failures.some(({ verdict }) => verdict !== 'fail');
  if (!unclear) return both('Höll inte', 'Did not hold');
  return failed
    ? both('Höll inte eller gick inte att bedöma', 'Did not hold or could not be judged')
    : both('Gick inte att bedöma', 'Could not be judged');
}

const count = (flows: number): Bilingual =>
  both(`${flows} ${flows === 1 ? 'flöde' : 'flöden'}`, `${flows} ${flows === 1 ? 'flow' : 'flows'}`);

const stop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
