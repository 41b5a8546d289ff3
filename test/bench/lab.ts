import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { prepareDay } from '../../cli/prepare-day.ts';
import { type RunningReference, startReference } from '../../cli/reference-process.ts';
import { HOUR, SECOND } from '../../domain/time.ts';
import { wallClock } from '../../flows/clock.ts';
import { Tablet } from '../../lab/testing/tablet.ts';
import { openSystem } from '../../systems/open-system.ts';
import { AREAS } from '../../systems/testing/areas.ts';
import { startGenrep } from '../command.ts';
import { profileOf } from '../rehearsal.ts';
import { atLeast, below, type Figure, told } from './figure.ts';
import { type Measured, Participant } from './lab/participant.ts';
import { Story } from './lab/story.ts';

const [FROM, UNTIL] = [8, 16];
/** Until when, and how fast, it is measured what people wait for: as many cards at once as forty people can have. */
const MEASURED_UNTIL = 9;
const PACE = 60;
/** Then the hours pass while one waits. */
const SPED_UP = 160;

/** Forty places where there is most to do. */
const SEATS = `
  - { role: nurse, unit: sas-medicin-3, count: 8 }
  - { role: nurse, unit: sas-medicin-4, count: 8 }
  - { role: physician, unit: sas-medicin-3, count: 4 }
  - { role: physician, unit: sas-medicin-4, count: 4 }
  - { role: nurse, unit: sas-akuten, count: 4 }
  - { role: assistant-nurse, unit: sas-akuten, count: 4 }
  - { role: medical-secretary, unit: sas-akuten, count: 4 }
  - { role: physician, unit: sas-akuten, count: 4 }`;
const PEOPLE = 40;
const FLOWS = 200;

const SCRIPTS = ['/lab.js', '/morphdom.js', '/idb.js'];

/** Eight hours of a day, sped up, with forty people at tablets and the robots of all flows: what people wait for. */
export async function benchLab(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'genrep-bench-'));
  const [run, plan] = [path.join(folder, 'run'), path.join(folder, 'lab.yaml')];
  const two = (hour: number): string => `"${String(hour).padStart(2, '0')}:00"`;
  await writeFile(
    plan,
    `from: ${two(FROM)}\nuntil: ${two(UNTIL)}\npace: ${PACE}\nidlePace: ${PACE}\nseats:${SEATS}\n`,
  );
  const day = await prepareDay('sas-vardag', { seed: 1, uiShare: 0, system: 'reference' });
  const flows = day.plan.flows.filter(({ at }) => at >= FROM * HOUR && at < UNTIL * HOUR).length;
  const reference = await startReference({});
  const system = await openSystem({
    ...{
      profile: profileOf(reference),
      channel: 'api',
      clock: wallClock(),
      recordings: folder,
      areas: AREAS,
    },
  });
  try {
    await system.connect();
    const lab = await openLab(reference, ['sas-vardag', '--plan', plan, '--out', run, '--port', '0']);
    const story = new Story(run, day.plan, day.flows);
    const measured: Measured = { shown: [], taps: [], cards: 0 };
    const { text } = await lab.facilitator.get();
    const codes = [...text.matchAll(/class="code">([A-Z]{4})</g)].flatMap(([, code]) => code ?? []);
    const people = codes.map(() => new Participant(lab.address, system, story, measured));
    await Promise.all(people.map((person, index) => person.join(codes[index] ?? '')));
    const scripts = await Promise.all(SCRIPTS.map(async (file) => (await fetch(lab.address + file)).text()));
    const over = new AbortController();
    const playing = Promise.all(people.map((person) => person.play(over.signal)));
    await lab.facilitator.get();
    await lab.facilitator.tapClock('continue');
    const until = async (hour: number): Promise<void> => {
      while (story.dayTime < hour * HOUR) {
        await pause(SECOND);
        await story.catchUp();
      }
    };
    await until(MEASURED_UNTIL);
    const { shown, taps, cards } = { ...measured, shown: [...measured.shown], taps: [...measured.taps] };
    await lab.facilitator.get();
    await lab.facilitator.tapClock('pace', { pace: String(SPED_UP) });
    await until(UNTIL);
    const memory = memoryOf(lab.pid);
    over.abort();
    lab.stop();
    await playing;
    return [
      atLeast('lab: people at tablets', people.length, PEOPLE, ''),
      atLeast('lab: flows in eight hours', flows, FLOWS, ''),
      told('lab: cards that people had in the first of them, at 60 times its pace', cards, ''),
      told('lab: cards that people had in all', measured.cards, ''),
      below('lab: a card is done on its tablet after the system has it (p95)', p95(shown), 1_000, 'ms'),
      below('lab: a tap is answered (p95)', p95(taps), 100, 'ms'),
      below('lab: memory after eight hours, of the server and the day with its robots', memory, 250, 'MB'),
      below('lab: script of a first page, compressed', gzipSync(scripts.join('')).length / 1_000, 150, 'KB'),
    ];
  } finally {
    await system.close();
    await reference.close();
  }
}

/** Starts a lab in a process of its own, with its facilitator signed in. */
async function openLab(reference: RunningReference, args: readonly string[]) {
  const { child, result } = startGenrep(['lab', ...args], {
    GENREP_REFERENCE_FHIR: reference.fhir,
    GENREP_REFERENCE_UI: reference.ui,
    GENREP_REFERENCE_TOKEN_ENDPOINT: reference.tokenEndpoint,
    GENREP_REFERENCE_PASSWORD: reference.password,
  });
  child.stdin.end();
  const opened = Promise.withResolvers<string>();
  let heard = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
    if (heard.includes('Vårdsystemet finns')) opened.resolve(heard);
  });
  void result.then(({ stderr }) => opened.reject(new Error(`The lab ended: ${stderr}`)));
  const text = await opened.promise;
  const address = /öppet på (\S+)\. /.exec(text)?.[1] ?? '';
  const facilitator = new Tablet(() => address);
  await facilitator.enter(/Handledare +(\S+)/.exec(text)?.[1] ?? '');
  return { address, facilitator, pid: child.pid ?? 0, stop: () => void child.kill('SIGKILL') };
}

/** What of a process is in memory, in MB (Linux only). */
const memoryOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;

function p95(values: readonly number[]): number {
  if (values.length === 0) return Number.POSITIVE_INFINITY;
  return (
    values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? Number.POSITIVE_INFINITY
  );
}
