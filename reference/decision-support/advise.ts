import { randomUUID } from 'node:crypto';
import type { Card } from './cds-hooks.ts';
import { type Found, foundBy, type Weighed } from './conditions.ts';
import type { LabelledRule, Rule } from './rule.ts';
import type { Situation } from './situation.ts';

/** The cards of all rules about something that hold in a situation; of a group the first alone. */
export function advise(
  rules: readonly LabelledRule[],
  about: Rule['about'],
  situation: Situation,
  words: Weighed['words'],
): readonly Card[] {
  const own = rules.filter((rule) => rule.about === about);
  const weighed = about === 'order' ? situation.orders.map((order) => ({ order })) : [{}];
  return weighed.flatMap((one) => cardsOf(own, { situation, words, ...one }));
}

function cardsOf(rules: readonly LabelledRule[], weighed: Weighed): Card[] {
  const spoken = new Set<string>();
  return rules.flatMap((rule) => {
    if (rule.group !== undefined && spoken.has(rule.group)) return [];
    const found = foundBy(rule.when, weighed);
    if (found === undefined) return [];
    if (rule.group !== undefined) spoken.add(rule.group);
    return [cardOf(rule, found)];
  });
}

function cardOf(
  { label, indicator, summary, detail, overrideReasons }: LabelledRule,
  found: NonNullable<Found>,
): Card {
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (place, name: string) => found[name] ?? place);
  return {
    uuid: randomUUID(),
    summary: filled(summary),
    detail: filled(detail),
    indicator,
    source: { label },
    ...(indicator === 'critical' && overrideReasons !== undefined ? { overrideReasons } : {}),
  };
}
