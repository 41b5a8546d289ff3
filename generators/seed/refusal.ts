import { SeedError } from './seed-client.ts';

interface Outcome {
  readonly issue?: readonly {
    readonly details?: { readonly text?: string };
    readonly diagnostics?: string;
  }[];
}

/** That the server did not take a resource, with its own reason. */
export function refusal(name: string, status: string, outcome: unknown): SeedError {
  const issue = (outcome as Outcome | undefined)?.issue?.[0];
  const reason = issue?.details?.text ?? issue?.diagnostics ?? 'utan att säga varför';
  return new SeedError(`Systemet tog inte emot ${name} (${status}): ${reason}`);
}
