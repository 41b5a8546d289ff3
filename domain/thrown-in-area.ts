import type { InputPosition } from './input-error.ts';

const FILE_IN_AREA = String.raw`[/\\](?<file>care[/\\][^/\\\n]+[/\\][^:\n]+\.ts):(?<line>\d+)(?::(?<column>\d+))?\)?$`;
/** 'file:///…/care/meals/fhir.ts:31', before what could not be read; ' at perform (…/care/meals/fhir.ts:31:5)', the innermost first. */
const UNREADABLE = new RegExp(`^[^\\n]*${FILE_IN_AREA}`);
const FRAME = new RegExp(`^\\s+at .*${FILE_IN_AREA}`, 'm');

/**
 * Where in the code of an area of care an error was thrown, or what it called threw it: 'care/meals/fhir.ts', line and
 * column. Undefined where no area was involved, and in k6, where all code is one file.
 */
export function thrownInArea(error: unknown): InputPosition | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const { file, line, column } =
    (UNREADABLE.exec(stack.split('\n')[0] ?? '') ?? FRAME.exec(stack))?.groups ?? {};
  if (file === undefined) return undefined;
  return {
    file: decodeURI(file.replaceAll('\\', '/')),
    line: Number(line),
    ...(column === undefined ? {} : { column: Number(column) }),
  };
}
