import type { YamlPath } from '../../input/yaml-source.ts';
import { SystemError, type TaskOutcome } from '../care-system.ts';
import { type InPage, lineOf } from './page/in-page.ts';
import { firstShown, partOn, wordsOf } from './page/part.ts';
import { type Sight, sightOf } from './page/sight.ts';
import { PatientMissing, walk } from './page/steps.ts';
import { told } from './page/table.ts';
import type { Doing } from './screens.ts';
import { verbOf } from './walk.ts';

/** Does a task in the pages, and reads what it wrote where the file says that it must stand. */
export async function doIn(at: InPage, doing: Doing, path: YamlPath): Promise<TaskOutcome> {
  const sent = doing.do.findIndex((step) => verbOf(step) === 'send');
  let before: ReadonlySet<string>;
  try {
    before = await numbersBefore(at, doing, path);
    await walk(at, doing.do, [...path, 'do'], { to: sent });
  } catch (error) {
    if (error instanceof PatientMissing)
      return { status: 'refused', reason: error.message, refusal: 'absence' };
    throw error;
  }
  const reply = await send(at, doing, sent, path);
  if (reply.said === 'no') return { status: 'refused', reason: reply.words, refusal: 'unsaid' };
  const found = await (reply.said === 'yes'
    ? readBack(at, doing, before, path)
    : readBackInDoubt(at, doing, before, path));
  if (found.status === 'there') {
    return {
      status: 'done',
      ...(found.number === undefined ? {} : { reference: found.number }),
      ...(reply.said === 'nothing'
        ? { remark: 'Sidan sade inte att det var sparat, men det står där det ska.' }
        : {}),
    };
  }
  if (reply.said === 'nothing') return { status: 'unknown', reason: `${reply.words} ${found.words}` };
  if (found.status === 'unclear') return { status: 'unknown', reason: found.words };
  throw new SystemError('wrong-answer', `Sidan sade att det var sparat. ${found.words}`);
}

type Reply =
  | { readonly said: 'yes' }
  /** In the page's own words. */
  | { readonly said: 'no'; readonly words: string }
  /** Nobody knows what became of it; why, as a sentence. */
  | { readonly said: 'nothing'; readonly words: string };

async function send(
  at: InPage,
  { do: steps, saved, refused }: Doing,
  sent: number,
  path: YamlPath,
): Promise<Reply> {
  const place = [...path, 'do', sent, 'send'];
  const button = steps[sent]?.send;
  if (button === undefined) throw new Error('A task without a step that sends it was let through.');
  // What is not there is not pressed: nothing was sent, and that is known.
  await partOn(at, button, place);
  const parts = {
    ...(refused === undefined ? {} : { refused: { part: refused, path: [...path, 'refused'] } }),
    saved: { part: saved, path: [...path, 'saved'] },
  };
  try {
    await walk(at, steps, [...path, 'do'], { from: sent });
    const shown = await firstShown(at, parts, at.patience.answered);
    if (shown === 'saved') return { said: 'yes' };
    if (shown === 'refused' && refused !== undefined) {
      const words = await wordsOf(at, refused, [...path, 'refused']);
      return { said: 'no', words: words === '' ? 'Sidan sade nej utan ett ord.' : words };
    }
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    return { said: 'nothing', words: error.message };
  }
  return { said: 'nothing', words: `Sidan sade varken ja eller nej efter send (${lineOf(at, place)}).` };
}

/** What stands in the place before, so that what comes is told from it; nothing where it gets no number of its own. */
async function numbersBefore(
  at: InPage,
  { readBack: { keep, ...look } }: Doing,
  path: YamlPath,
): Promise<ReadonlySet<string>> {
  if (keep === undefined) return new Set();
  const place = [...path, 'readBack'];
  await walk(at, look.look, [...place, 'look']);
  const { meant, doubt } = await sightOf(at, { ...look, keep }, place);
  if (doubt !== undefined) {
    throw new SystemError(
      'broken-answer',
      `${lineOf(at, place)}: Det går inte att se vad som stod där innan. ${doubt}`,
    );
  }
  return new Set(meant.map((row) => row[keep] ?? ''));
}

type Found =
  | { readonly status: 'there'; readonly number?: string }
  | { readonly status: 'not-there' | 'unclear'; readonly words: string };

async function readBack(
  at: InPage,
  { readBack: back }: Doing,
  before: ReadonlySet<string>,
  path: YamlPath,
): Promise<Found> {
  const place = [...path, 'readBack'];
  try {
    await walk(at, back.look, [...place, 'look']);
  } catch (error) {
    if (!(error instanceof PatientMissing)) throw error;
    return { status: 'not-there', words: `Men: ${error.message}` };
  }
  const sight = await sightOf(at, back, place);
  return judged(at, back, sight, before, place);
}

/** Where nobody knows whether it was written, a page that breaks leaves it so. */
async function readBackInDoubt(
  at: InPage,
  doing: Doing,
  before: ReadonlySet<string>,
  path: YamlPath,
): Promise<Found> {
  try {
    return await readBack(at, doing, before, path);
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    return { status: 'unclear', words: error.message };
  }
}

function judged(
  at: InPage,
  { shows, keep }: Doing['readBack'],
  sight: Sight,
  before: ReadonlySet<string>,
  place: YamlPath,
): Found {
  const { meant, right, shown, doubt } = sight;
  const where = `(${lineOf(at, place)})`;
  if (shows !== undefined && shown) return { status: 'there' };
  if (keep === undefined && right.length > 0 && right.length === meant.length) return { status: 'there' };
  const fresh = keep === undefined ? [] : right.filter((row) => !before.has(row[keep] ?? ''));
  const [made] = fresh;
  if (keep !== undefined && made !== undefined) {
    const number = made[keep] ?? '';
    if (fresh.length === 1 && number !== '') return { status: 'there', number };
    const words =
      fresh.length > 1
        ? `${fresh.length} nya rader står där det ska läsas ${where}; det går inte att säga vilken som är stegets.`
        : `Raden som kom har inget under ${keep} ${where}.`;
    return { status: 'unclear', words };
  }
  const wrong = meant.find(
    (row) => !right.includes(row) && !(keep !== undefined && before.has(row[keep] ?? '')),
  );
  if (wrong !== undefined) {
    return { status: 'not-there', words: `Där det ska läsas ${where} står ${told(wrong)}.` };
  }
  if (doubt !== undefined) return { status: 'unclear', words: doubt };
  return { status: 'not-there', words: `Det står inte där det ska läsas ${where}.` };
}
