/** Where in an input file something is wrong; line and column count from 1. */
export interface InputPosition {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * The user's input cannot be used: one sentence that says what is wrong, what was expected and what to do. Every
 * command ends with exit code 2 on it, before anything is sent to a system under test.
 */
export class InputError extends Error {
  readonly position: InputPosition | undefined;

  constructor(message: string, position?: InputPosition) {
    super(position === undefined ? message : `${formatPosition(position)}: ${message}`);
    this.name = 'InputError';
    this.position = position;
  }
}

/** Several mistakes as one error, a line each, in the order of their places; of none there is no error. */
export function inputErrorOf(mistakes: readonly InputError[]): InputError | undefined {
  const [first, ...others] = [...mistakes].sort(byPlace);
  if (first === undefined || others.length === 0) return first;
  const sentences = new Set([first, ...others].map(({ message }) => message));
  return new InputError([...sentences].join('\n'));
}

function byPlace({ position: a }: InputError, { position: b }: InputError): number {
  const file = (a?.file ?? '') < (b?.file ?? '') ? -1 : 1;
  if (a?.file !== b?.file) return file;
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

/** 'scenarios/days/x.yaml:12:3', as editors and terminals link it. */
export const formatPosition = ({ file, line, column }: InputPosition): string =>
  [file, line, column].filter((part) => part !== undefined).join(':');
