import cedar from '@cedar-policy/cedar-wasm/nodejs';
import type { AccessCell, Expected, Standing } from '../domain/access-evidence.ts';
import { type AccessRules, type Condition, DIMENSIONS } from './rules.ts';

/** What the rules say of one situation. */
interface Decided {
  readonly expected: Expected;
  /** Ids of the rules that decided; none where nothing permits. */
  readonly rules: readonly string[];
}

/** Says what must, may and must not be. */
export interface Oracle {
  decide(standing: Pick<Standing, 'role' | 'relation'>, cell: Omit<AccessCell, 'who'>): Decided;
}

/**
 * The rules as Cedar policies: one that forbids becomes `forbid`, the others `permit`. Cedar decides: what nothing permits is
 * not allowed, and whatever is forbidden is so whoever else permits it. Which policies decided says whether it must be so.
 */
export function cedarOracle({ name, rules }: AccessRules): Oracle {
  const policies = Object.fromEntries(rules.map((rule) => [rule.id, policyOf(rule)]));
  const parsed = cedar.preparsePolicySet(name, { staticPolicies: policies });
  if (parsed.type === 'failure') throw new Error(parsed.errors.map(({ message }) => message).join('\n'));
  const must = new Set(rules.flatMap(({ id, expect }) => (expect === 'must' ? [id] : [])));
  return {
    decide({ role, relation }, { consent, block, what, way }) {
      const context = { role, relation, consent, block, what, way };
      const answer = cedar.statefulIsAuthorized({
        principal: { type: 'Standing', id: relation },
        action: { type: 'Action', id: way },
        resource: { type: 'Thing', id: what },
        context,
        preparsedPolicySetId: name,
        entities: [],
      });
      if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join('\n'));
      const { decision, diagnostics } = answer.response;
      const [broken] = diagnostics.errors;
      if (broken !== undefined) throw new Error(`${broken.policyId}: ${broken.error.message}`);
      const decisive = diagnostics.reason;
      if (decision === 'deny') return { expected: 'must-not', rules: decisive };
      return { expected: decisive.some((id) => must.has(id)) ? 'must' : 'may', rules: decisive };
    },
  };
}

/** A rule as Cedar writes it. */
export function policyOf({ id, expect, source, when, unless }: AccessRules['rules'][number]): string {
  const effect = expect === 'must-not' ? 'forbid' : 'permit';
  const exception = unless === undefined ? '' : ` unless { ${conditionOf(unless)} }`;
  return `@id(${JSON.stringify(id)}) @source(${JSON.stringify(source)}) ${effect}(principal, action, resource) when { ${conditionOf(when)} }${exception};`;
}

const conditionOf = (condition: Condition): string =>
  DIMENSIONS.flatMap((dimension) => {
    const values = condition[dimension];
    return values === undefined ? [] : [`${JSON.stringify(values)}.contains(context.${dimension})`];
  }).join(' && ');
