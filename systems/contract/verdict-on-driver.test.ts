import { AssertionError } from 'node:assert';
import { describe, expect, it } from 'vitest';
import type { ActivityKind } from '../../domain/activity.ts';
import { type Area, defineArea } from '../../domain/area.ts';
import { BrokenLine } from './rehearsal.ts';
import { type Case, does, STAFF, sees, seesNot } from './script.ts';
import { verdictOnDriver } from './verdict-on-driver.ts';

type Wash = { readonly type: 'task'; readonly kind: 'wash' | 'dry'; readonly as: string };
type Clean = { readonly type: 'question'; readonly kind: 'clean' | 'shiny' };

const AREA: Area = defineArea<Wash, Clean>({
  name: 'dishes',
  sv: 'Disk',
  en: 'Dishes',
  tasks: { wash: { sv: 'diska', en: 'wash' }, dry: { sv: 'torka', en: 'dry' } },
  questions: { clean: { sv: 'se rent', en: 'see clean' }, shiny: { sv: 'se blankt', en: 'see shiny' } },
});
const WASH: Wash = { type: 'task', kind: 'wash', as: 'disken' };
const DRY: Wash = { type: 'task', kind: 'dry', as: 'torkat' };
const CASES: readonly Case[] = [
  {
    title: 'washed',
    lines: [
      seesNot(STAFF.nurse, { type: 'question', kind: 'clean' }),
      does(STAFF.nurse, WASH),
      sees(STAFF.nurse, { type: 'question', kind: 'clean' }),
    ],
  },
  { title: 'dried', lines: [does(STAFF.nurse, DRY)] },
];

const verdict = (
  tried: Parameters<typeof verdictOnDriver>[3],
  cannot: readonly ActivityKind[] = [],
  cases = CASES,
) =>
  verdictOnDriver(
    [AREA],
    cases,
    (kind) =>
      cannot.includes(kind) ? { supported: false, reason: 'Systemet saknar det.' } : { supported: true },
    tried,
  );
const outcomes = (given: ReturnType<typeof verdict>) =>
  Object.fromEntries(
    given.areas.flatMap(({ activities }) => activities).map(({ kind, outcome }) => [kind, outcome]),
  );

describe('what a driver turned out to be able to do', () => {
  it('is what its cases held of; what no case has is untried', () => {
    const held = verdict([{ name: 'washed' }, { name: 'dried' }]);
    expect(outcomes(held)).toEqual({ wash: 'does', dry: 'does', clean: 'does', shiny: 'untried' });
  });

  it('is untried where no case has a no, or none has it at all, which is told', () => {
    const yes = CASES.map((each) => ({
      ...each,
      lines: each.lines.filter(({ line }) => line !== 'sees-not'),
    }));
    const always = verdict([{ name: 'washed' }, { name: 'dried' }], [], yes);
    expect(outcomes(always)).toMatchObject({ wash: 'does', clean: 'untried' });
    const [, , clean, shiny] = always.areas[0]?.activities ?? [];
    expect(clean?.reason).toBe('Inget fall i områdets contract.ts har ett nej (seesNot); skriv ett.');
    expect(shiny?.reason).toBe('Inget fall i områdets contract.ts har det; skriv ett.');
  });

  it('names the very activity that went wrong, with what was seen instead', () => {
    const broken = new BrokenLine('clean', new AssertionError({ message: 'clean: Rent. | Smutsigt.' }));
    const wrong = verdict([{ name: 'washed', failure: broken }, { name: 'dried' }]);
    expect(outcomes(wrong)).toMatchObject({ clean: 'does-wrong', wash: 'untried', dry: 'does' });
    expect(wrong.areas[0]?.activities[2]?.reason).toBe('clean: Rent. | Smutsigt.');
  });

  it('is nothing where the system says that it cannot, with its reason', () => {
    const lacking = verdict(
      [{ name: 'washed', skipped: 'Systemet saknar det.' }, { name: 'dried' }],
      ['clean'],
    );
    expect(lacking.areas[0]?.activities[2]).toMatchObject({
      outcome: 'cannot',
      reason: 'Systemet saknar det.',
    });
  });

  it('tells the rules of the port that were broken apart from the activities', () => {
    const deaf = verdict([{ name: 'says who it is', failure: new Error('tomt') }]);
    expect(deaf.broken).toEqual([{ rule: 'says who it is', reason: 'tomt' }]);
  });
});
