import { OperationOutcomeError } from '@medplum/core';
import type { CodeableConcept, Coding, OperationOutcomeIssue, Reference, Resource } from '@medplum/fhirtypes';
import type { ElementRule, ElementRules } from './element-rules.ts';
import { type Mention, readReference } from './references.ts';

/** What a look through a resource found. */
interface Findings {
  readonly resource: Resource;
  readonly issues: OperationOutcomeIssue[];
  readonly mentions: Mention[];
}

/**
 * Looks through a resource for what Medplum's validation lets pass: codes outside the value sets that FHIR requires, and
 * references that no such element may hold. Throws an outcome with all that is wrong; otherwise gives the references that
 * must be to somebody here.
 */
export function examine(resource: Resource, rules: ElementRules, baseUrl: string): readonly Mention[] {
  const findings: Findings = { resource, issues: [], mentions: [] };
  lookInto(resource, resource.resourceType, resource.resourceType, { findings, rules, baseUrl });
  if (findings.issues.length > 0) {
    throw new OperationOutcomeError({ resourceType: 'OperationOutcome', issue: findings.issues });
  }
  return findings.mentions;
}

interface Look {
  readonly findings: Findings;
  readonly rules: ElementRules;
  readonly baseUrl: string;
}

function lookInto(value: object, type: string, path: string, look: Look): void {
  const elements = look.rules(type);
  if (elements === undefined) return;
  for (const [name, held] of Object.entries(value)) {
    const rule = elements.get(name);
    if (rule === undefined) continue;
    if (Array.isArray(held)) {
      held.forEach((each, index) => {
        lookAt(each, rule, `${path}.${name}[${index}]`, look);
      });
    } else lookAt(held, rule, `${path}.${name}`, look);
  }
}

function lookAt(value: unknown, rule: ElementRule, path: string, look: Look): void {
  const { issues, mentions, resource } = look.findings;
  if (rule.binding !== undefined && !isIn(rule.binding.codes, value)) {
    const { valueSet } = rule.binding;
    issues.push({
      severity: 'error',
      code: 'code-invalid',
      details: { text: `${path} har ${spoken(value)}, som inte finns i ${valueSet}.` },
      expression: [path],
    });
  }
  if (typeof value !== 'object' || value === null) return;
  if (rule.type === 'Reference') {
    const { issue, mention } = readReference(value as Reference, rule.targets, path, {
      within: resource,
      baseUrl: look.baseUrl,
    });
    if (issue !== undefined) issues.push(issue);
    if (mention !== undefined) mentions.push(mention);
  }
  const type = rule.type === 'Resource' ? (value as Resource).resourceType : rule.type;
  lookInto(value, type, path, look);
}

/** A value as it is looked for in a value set; what is no code at all Medplum's validation has refused. */
function isIn(codes: ReadonlySet<string>, value: unknown): boolean {
  if (typeof value === 'string') return codes.has(value);
  if (typeof value !== 'object' || value === null) return true;
  const { coding } = value as CodeableConcept;
  const { system, code } = value as Coding;
  return coding === undefined
    ? codes.has(`${system}|${code}`)
    : coding.some((each) => codes.has(`${each.system}|${each.code}`));
}

function spoken(value: unknown): string {
  if (typeof value === 'string') return `koden ”${value}”`;
  const { coding = [value as Coding] } = value as CodeableConcept;
  const [first] = coding;
  return first?.code === undefined ? 'ingen kod' : `koden ”${first.system ?? ''}|${first.code}”`;
}
