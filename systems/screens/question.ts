import type { YamlPath } from '../../input/yaml-source.ts';
import type { Answer } from '../care-system.ts';
import { type InPage, textFor } from './page/in-page.ts';
import { type Sight, sightOf } from './page/sight.ts';
import { PatientMissing, walk } from './page/steps.ts';
import { cellsFor, type Row, told } from './page/table.ts';
import type { Look, Part } from './screens.ts';

/** Answers a question by what the pages show now. */
export async function answerIn(at: InPage, look: Look, path: YamlPath): Promise<Answer> {
  const expected = expectedOf(at, look, path);
  try {
    await walk(at, look.look, [...path, 'look']);
  } catch (error) {
    if (!(error instanceof PatientMissing)) throw error;
    return { seen: false, expected, observed: error.message };
  }
  const sight = await sightOf(at, look, path);
  const { seen, evident } = judged(look, sight);
  return {
    seen: seen && (evident || sight.doubt === undefined),
    expected,
    observed: observedOf(at, look, sight, path),
    ...(evident || sight.doubt === undefined ? {} : { doubt: sight.doubt }),
  };
}

/** Whether it is so, and whether what was seen suffices to say so wherever the page ends. */
function judged(
  { rows, cells, count, shows }: Look,
  { meant, right, shown }: Sight,
): { seen: boolean; evident: boolean } {
  if (rows === undefined) {
    return shows === undefined ? { seen: !shown, evident: shown } : { seen: shown, evident: shown };
  }
  if (count !== undefined) return { seen: right.length === count, evident: right.length > count };
  const wrong = meant.length - right.length;
  if (cells !== undefined && wrong > 0) return { seen: false, evident: true };
  return { seen: right.length > 0, evident: right.length > 0 };
}

function expectedOf(at: InPage, { rows, cells = {}, count, shows, absent }: Look, path: YamlPath): string {
  if (shows !== undefined) return `På sidan står ”${nameOf(at, shows, [...path, 'shows'])}”.`;
  if (absent !== undefined) return `På sidan står inte ”${nameOf(at, absent, [...path, 'absent'])}”.`;
  const wanted = told({
    ...cellsFor(at, rows ?? {}, [...path, 'rows']),
    ...cellsFor(at, cells, [...path, 'cells']),
  });
  if (count === undefined) return `Det finns en rad med ${wanted}.`;
  return `Det finns ${rowsInWords(count)} med ${wanted}.`;
}

function observedOf(at: InPage, look: Look, { meant, right, shown }: Sight, path: YamlPath): string {
  const part = look.shows ?? look.absent;
  if (part !== undefined) {
    const name = nameOf(at, part, path);
    return shown ? `På sidan står ”${name}”.` : `På sidan syns inte ”${name}”.`;
  }
  if (meant.length === 0) return 'Ingen sådan rad syns.';
  const headings = [...Object.keys(look.rows ?? {}), ...Object.keys(look.cells ?? {})];
  const first = (
    right.length > 0 && right.length === meant.length ? right : meant.filter((row) => !right.includes(row))
  )[0];
  const rest = meant.length === 1 ? '' : ` Sammanlagt ${rowsInWords(meant.length)}.`;
  return `En rad säger ${told(only(first ?? {}, headings))}.${rest}`;
}

const only = (row: Row, headings: readonly string[]): Row =>
  Object.fromEntries(headings.map((heading) => [heading, row[heading] ?? '']));

const rowsInWords = (count: number): string =>
  count === 0 ? 'ingen rad' : count === 1 ? 'en rad' : `${count} rader`;

const nameOf = (at: InPage, { role, name, label, text }: Part, path: YamlPath): string =>
  textFor(at, name ?? label ?? text ?? role ?? '', path);
