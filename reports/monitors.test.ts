import { describe, expect, it } from 'vitest';
import type { Monitored } from '../domain/evidence.ts';
import type { Requirement } from '../domain/stage.ts';
import type { RunHistory } from './history.ts';
import type { InstanceResult } from './instances.ts';
import { monitorsIn } from './monitors.ts';

const requirement = (id: string, of?: readonly string[]): Requirement => ({
  ...{ id, sv: id, en: id, safetyClass: 1, shownBy: [], source: 'assumption' },
  consequence: { sv: id, en: id, source: 'assumption' },
  watchedBy: [{ monitor: 'views', ...(of === undefined ? {} : { of }) }],
});

/** Which requirements a finding about a kind of step, in a flow that is about some, speaks against. */
function against(kind: string, ofFlow: readonly string[], requirements: readonly Requirement[]) {
  const monitored: Monitored = {
    ...{ type: 'monitored', monitor: 'views', kind: 'same', sv: 'Vyer', en: 'Views' },
    ...{ verdict: 'fail', lookedAt: 1 },
    findings: [
      { component: 'api', kind, instance: 'one', cause: 'missing', expected: '', observed: '', count: 1 },
    ],
  };
  const run = { started: { run: 'run' }, monitored: [monitored] } as unknown as RunHistory;
  const flow = { id: 'flow', name: 'Flow', requirements: ofFlow, steps: [] };
  const instance = { run: 'run', instance: 'one', flow } as unknown as InstanceResult;
  return monitorsIn([run], [instance], requirements)[0]?.failures[0]?.requirements;
}

describe('what a monitor found speaks', () => {
  const ALL = requirement('ALL');

  it('against the only requirement that claims the kind of step, whatever the flow is about', () => {
    expect(against('weigh', [], [ALL, requirement('A', ['weigh'])])).toEqual(['A']);
  });

  it('against those of the flow where several claim the kind of step', () => {
    const claiming = [ALL, requirement('A', ['send']), requirement('B', ['send'])];
    expect(against('send', ['B'], claiming)).toEqual(['B']);
  });

  it('against those that take whatever is found where the flow is about none of several', () => {
    const claiming = [ALL, requirement('A', ['send']), requirement('B', ['send'])];
    expect(against('send', ['C'], claiming)).toEqual(['ALL']);
    expect(against('other', ['A'], claiming)).toEqual(['ALL']);
  });
});
