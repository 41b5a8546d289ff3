import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { type LabelledRule, RULES_SCHEMA, type Rule } from './rule.ts';

interface RuleFile extends Pick<LabelledRule, 'label' | 'overrideReasons'> {
  readonly about: Rule['about'];
  readonly rules: readonly Omit<Rule, 'about'>[];
}

const FOLDER = new URL('rules/', import.meta.url);
const isRuleFile = new Ajv({
  allowUnionTypes: true,
  strictRequired: false,
  // That the schema itself is one, rule.test.ts looks after.
  meta: false,
  validateSchema: false,
}).compile<RuleFile>(RULES_SCHEMA);

/** The rules of rules/, in the order of the files and of what stands in them. */
export function readRules(): readonly LabelledRule[] {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const rules = files.flatMap((name) => rulesIn(name, readFileSync(new URL(name, FOLDER), 'utf8')));
  const twice = rules.find(({ id }, index) => rules.findIndex((rule) => rule.id === id) !== index);
  if (twice !== undefined)
    throw new Error(`reference/decision-support/rules: "${twice.id}" står två gånger.`);
  return rules;
}

function rulesIn(name: string, text: string): LabelledRule[] {
  const content: unknown = parse(text);
  if (!isRuleFile(content)) {
    const [first] = isRuleFile.errors ?? [];
    throw new Error(
      `reference/decision-support/rules/${name}: ${first?.instancePath ?? ''} ${first?.message ?? ''}`,
    );
  }
  const { rules, ...ofAll } = content;
  return rules.map((rule) => ({ ...ofAll, ...rule }));
}
