import type { LabelledRule } from '../../decision-support/rule.ts';
import type { Faults } from '../fault.ts';

/** The rules of the decision support, as they are gone by: one that was struck stays so while the fault is planted. */
export const astrayRules = (rules: readonly LabelledRule[], faults: Faults): readonly LabelledRule[] =>
  !faults.isPlanted('rule')
    ? rules
    : rules.flatMap((rule) => {
        const { id, about, indicator } = rule;
        return faults.pass('rule', rule, { rule: id, about, indicator }, { subject: id })?.things ?? [rule];
      });
