import { DataTable } from '@cucumber/cucumber';
import type { PickleStep } from '@cucumber/messages';
import { parseExpressionAt } from 'acorn';

/** As much of a cucumber-js step definition as calling it takes. */
export interface CallableStep {
  readonly pattern: string | RegExp;
  readonly code: (...args: never[]) => unknown;
  getInvocationParameters(request: {
    readonly step: PickleStep;
    readonly world: unknown;
  }): Promise<{ readonly parameters: readonly unknown[] }>;
}

/** What a sentence that ends with a colon is followed by. */
type Argument = 'table' | 'text';

interface CallArguments {
  readonly parameters: readonly unknown[];
  /** Something is lacking; an empty table stands in for it, and what the step says of that tells more. */
  readonly missing?: string;
  /** The step cannot be called with what follows it. */
  readonly refused?: string;
}

/** The arguments of a step, with what follows it held against what its definition takes. */
export async function argumentsOf(
  step: PickleStep,
  definition: CallableStep,
  world: unknown,
): Promise<CallArguments> {
  const { parameters } = await definition.getInvocationParameters({ step, world });
  const wanted = wantedBy(definition);
  const found = foundIn(step);
  if (wanted === found) return { parameters };
  const said = `Steget "${step.text}"`;
  if (wanted === undefined)
    return { parameters, refused: `${said} ska inte följas av ${WORDS[found ?? 'table']}; ta bort den.` };
  const missing = `${said} ska följas av ${WORDS[wanted]}${found === undefined ? '' : `, inte av ${WORDS[found]}`}; ${HOW[wanted]}.`;
  if (wanted === 'text' || found !== undefined) return { parameters, refused: missing };
  return { parameters: [...parameters, new DataTable({ rows: [] })], missing };
}

const WORDS: Readonly<Record<Argument, string>> = { table: 'en tabell', text: 'text' };

const HOW: Readonly<Record<Argument, string>> = {
  table: 'skriv den på raderna under, med | före, mellan och efter cellerna',
  text: 'skriv den på raderna under, mellan två rader med """',
};

const foundIn = ({ argument }: PickleStep): Argument | undefined =>
  argument?.dataTable !== undefined ? 'table' : argument?.docString !== undefined ? 'text' : undefined;

/** A table is the parameter that is called so. */
function wantedBy({ pattern, code }: CallableStep): Argument | undefined {
  if (!String(pattern).endsWith(':')) return undefined;
  const definition = parseExpressionAt(code.toString(), 0, { ecmaVersion: 'latest' });
  const last = definition.type === 'FunctionExpression' ? definition.params.at(-1) : undefined;
  return last?.type === 'Identifier' && last.name === 'table' ? 'table' : 'text';
}
