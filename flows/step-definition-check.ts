import { type AnyNode, type Expression, parseExpressionAt } from 'acorn';
import { full } from 'acorn-walk';
import { InputError } from '../domain/input-error.ts';

/** As much of a cucumber-js step definition as the check needs. */
export interface StepDefinitionSource {
  readonly uri: string;
  readonly line: number;
  readonly code: (...args: never[]) => unknown;
}

/** What a step definition may not hold, and how to say so. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  IfStatement: 'förgrenar sig',
  SwitchStatement: 'förgrenar sig',
  ConditionalExpression: 'förgrenar sig',
  LogicalExpression: 'förgrenar sig',
  ForStatement: 'upprepar sig',
  ForOfStatement: 'upprepar sig',
  ForInStatement: 'upprepar sig',
  WhileStatement: 'upprepar sig',
  DoWhileStatement: 'upprepar sig',
  TryStatement: 'fångar fel',
  AwaitExpression: 'läser ett resultat',
};

const RULE = 'en stegdefinition är en enda mening: return this.actor(…).perform(…) eller .see(…)';

/**
 * A step is data: what it does may not depend on what happened before. Its definition therefore returns one call on
 * `this` and neither branches nor reads a result; anything else is refused with its file and line.
 */
export function checkStepDefinitions(definitions: readonly StepDefinitionSource[]): void {
  for (const definition of definitions) {
    const offence = offenceOf(definition);
    if (offence === undefined) continue;
    const { uri: file, line } = definition;
    throw new InputError(`Stegdefinitionen ${offence}; ${RULE}.`, { file, line });
  }
}

function offenceOf({ code }: StepDefinitionSource): string | undefined {
  const definition = parseExpressionAt(code.toString(), 0, { ecmaVersion: 'latest' });
  let offence: string | undefined;
  full(definition, ({ type }) => {
    offence ??= FORBIDDEN[type];
  });
  if (offence !== undefined) return offence;
  const result = returnedBy(definition);
  if (result === undefined) return 'gör mer än att returnera en mening';
  return isSentence(result) ? undefined : 'returnerar något annat än en mening';
}

function returnedBy(definition: Expression): AnyNode | undefined {
  if (definition.type !== 'FunctionExpression') return undefined;
  const [only, ...more] = definition.body.body;
  return only?.type === 'ReturnStatement' && more.length === 0 ? (only.argument ?? undefined) : undefined;
}

/** `this.patient(…)`, `this.letPass(…)`, `this.actor(…).perform(…)`, `this.actor(…).see(…)` */
function isSentence(node: AnyNode): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object, property } = node.callee;
  if (property.type !== 'Identifier') return false;
  if (object.type === 'ThisExpression') return property.name === 'patient' || property.name === 'letPass';
  const saysOfAnActor = property.name === 'perform' || property.name === 'see';
  return saysOfAnActor && object.type === 'CallExpression' && isOnThis(object.callee, 'actor');
}

const isOnThis = (node: AnyNode, name: string): boolean =>
  node.type === 'MemberExpression' &&
  node.object.type === 'ThisExpression' &&
  node.property.type === 'Identifier' &&
  node.property.name === name;
