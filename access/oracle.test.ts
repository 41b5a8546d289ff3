import { beforeAll, describe, expect, it } from 'vitest';
import type { AccessCell } from '../domain/access-evidence.ts';
import { allCells } from './cells.ts';
import { loadRules } from './load-rules.ts';
import { cedarOracle, type Oracle, policyOf } from './oracle.ts';
import type { AccessRules } from './rules.ts';
import { plainly } from './testing/plainly.ts';

let rules: AccessRules;
let oracle: Oracle;
beforeAll(() => {
  rules = loadRules('sverige');
  oracle = cedarOracle(rules);
});

const standing = (id: string) => {
  const found = rules.standings.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
};

const decided = (who: string, cell: Partial<AccessCell>) =>
  oracle.decide(standing(who), {
    ...{ consent: 'not-asked', block: 'none', what: 'note', way: 'read' },
    ...cell,
  });

describe('the rules of Sweden as Cedar decides them', () => {
  it('lets a block go before a consent, and names what decided', () => {
    expect(decided('lakare-vardgivare', { consent: 'given' }).expected).toBe('must');
    const blocked = decided('lakare-vardgivare', { consent: 'given', block: 'blocked' });
    expect(blocked).toEqual({ expected: 'must-not', rules: ['inre-sparr'] });
  });

  it.each([
    ['lakare-annan', { block: 'blocked' }, 'must-not'],
    ['lakare-annan', { block: 'first-step' }, 'must-not'],
    ['lakare-annan', { block: 'opened' }, 'must'],
    ['lakare-annan', { block: 'lifted' }, 'must'],
    ['lakare-egen', { block: 'blocked' }, 'must'],
    ['lakare-annan', { block: 'blocked', what: 'blocked-at-all' }, 'must'],
    ['lakare-annan', { block: 'blocked', what: 'blocked-where' }, 'must-not'],
    ['lakare-annan', { block: 'first-step', what: 'blocked-where' }, 'must'],
    ['lakare-vardgivare', {}, 'must-not'],
    ['lakare-vardgivare', { consent: 'refused' }, 'must-not'],
    ['lakare-utan', {}, 'may'],
    ['vardnadshavare', {}, 'must'],
    ['vardnadshavare-ungdom', {}, 'must-not'],
    ['vardnadshavare', { what: 'record-block', way: 'do' }, 'must-not'],
    ['sjukskoterska-egen', { what: 'prescribe', way: 'do' }, 'must-not'],
    ['lakare-egen', { what: 'prescribe', way: 'do' }, 'must'],
    ['lakare-egen', { what: 'protected-identity' }, 'must-not'],
    ['sekreterare-egen', { what: 'log', way: 'search' }, 'must'],
    ['annan-person', {}, 'must-not'],
  ] as const)('%s %j: %s', (who, cell, expected) => {
    expect(decided(who, cell).expected).toBe(expected);
  });

  it('says of every cell what the rules say without Cedar', () => {
    const unlike = allCells(rules, oracle).filter(({ who, ...cell }) => {
      const { role, relation } = standing(who);
      return oracle.decide({ role, relation }, cell).expected !== plainly(rules, { role, relation, ...cell });
    });
    expect(unlike).toEqual([]);
  });

  it('sees a rule that is turned', () => {
    const turned = rules.rules.map((rule) =>
      rule.id === 'inre-sparr' ? { ...rule, expect: 'may' as const } : rule,
    );
    const other = cedarOracle({ ...rules, name: 'turned', rules: turned });
    const cell = { consent: 'not-asked', block: 'blocked', what: 'note', way: 'read' } as const;
    expect(other.decide(standing('lakare-annan'), cell).expected).toBe('must');
  });
});

it('writes a rule as a policy that carries its law', () => {
  const policy = policyOf({
    ...{ id: 'a', sv: 'a', en: 'a', expect: 'must-not', source: 'Patientdatalagen, 4 kap. 4 §' },
    when: { block: ['blocked'] },
    unless: { role: ['nurse'] },
  });
  expect(policy).toBe(
    '@id("a") @source("Patientdatalagen, 4 kap. 4 §") forbid(principal, action, resource) when { ["blocked"].contains(context.block) } unless { ["nurse"].contains(context.role) };',
  );
});
