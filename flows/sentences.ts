import type { ActivityKind } from '../domain/activity.ts';
import { exampleOf } from './example-words.ts';
import type { StepDefinition } from './steps.ts';

/**
 * Gives, for a kind of task or question, a sentence that says it. A step definition calls the constructor of its kind,
 * which bears the kind's name: `orderTest` makes an 'order-test'.
 */
export function sentencesOf(
  definitions: readonly StepDefinition[],
): (kind: ActivityKind) => string | undefined {
  return (kind) => {
    const name = kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const found = definitions.find(({ code }) => code.toString().includes(`${name}(`));
    return typeof found?.pattern === 'string' ? exampleOf(found.pattern) : undefined;
  };
}
