import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Card, Indicator } from './cds-hooks.ts';

/** What a rule says when it holds, with {places} for what it found. */
export interface Advice {
  readonly indicator: Indicator;
  readonly summary: string;
  readonly detail: string;
}

/** Properties that the schema of every rule has. */
export const ADVICE_SCHEMA = {
  indicator: { type: 'string', enum: ['critical', 'warning', 'info'] },
  summary: { type: 'string', maxLength: 139 },
  detail: { type: 'string' },
} as const;

/** Rules are data: a file of rules/ that must be as its schema says. */
export function readRules<T>(file: string, schema: object): T {
  const content: unknown = parse(readFileSync(new URL(`rules/${file}`, import.meta.url), 'utf8'));
  const validate = new Ajv().compile<T>(schema);
  if (validate(content)) return content;
  const [first] = validate.errors ?? [];
  throw new Error(
    `reference/decision-support/rules/${file}: ${first?.instancePath ?? ''} ${first?.message ?? ''}`,
  );
}

const filled = (text: string, found: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => found[name] ?? place);

export const cardOf = (
  advice: Advice,
  source: string,
  found: Readonly<Record<string, string>>,
  overrideReasons?: Card['overrideReasons'],
): Card => ({
  uuid: randomUUID(),
  summary: filled(advice.summary, found),
  detail: filled(advice.detail, found),
  indicator: advice.indicator,
  source: { label: source },
  ...(overrideReasons === undefined ? {} : { overrideReasons }),
});
