import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import type { LabAct } from '../../domain/lab-evidence.ts';
import { HOUR } from '../../domain/time.ts';
import type { Upcoming } from '../ahead.ts';
import type { Beneath } from '../beneath.ts';
import { conductInjects } from '../conduct-injects.ts';
import type { Part, Room } from '../doing.ts';
import type { Lab } from '../lab.ts';
import { Pictures } from '../pictures.ts';
import { LabSecrets } from '../secrets.ts';
import { type LabServer, serveLab } from '../server.ts';
import { Tablets } from '../tablets.ts';
import { openedLab, SEATS } from './lab-of.ts';
import { Tablet } from './tablet.ts';

const NURSES: Part = {
  ...{ role: 'nurse', unit: 'sas-akuten', kind: 'emergency', unitName: 'Akutmottagningen' },
  isStaffed: true,
};

/** Something beneath a lab that does what it is told, and remembers. */
export class FakeBeneath implements Beneath {
  readonly faults = [{ name: 'order-lost', sv: 'Beställningar försvinner.', en: 'Orders are lost.' }];
  readonly did: string[] = [];
  /** Why the next thing cannot be done. */
  breaks: string | undefined;

  refuses({ fault }: LabAct): string | undefined {
    return fault === undefined || fault === 'order-lost' ? undefined : `Det finns inget fel "${fault}".`;
  }

  async begin({ kind }: LabAct): Promise<void> {
    if (this.breaks !== undefined) throw new Error(this.breaks);
    this.did.push(`${kind} begins`);
  }

  async end({ kind }: LabAct): Promise<void> {
    this.did.push(`${kind} ends`);
  }
}

/** A lab with its server and pages, and all beneath it that a test plays itself. */
export class ServedLab {
  readonly lab: Lab;
  readonly events: EvidenceEvent[];
  readonly secrets: LabSecrets;
  readonly beneath = new FakeBeneath();
  readonly tablets = new Tablets();
  /** The run's. */
  readonly folder: string;
  readonly #pages: string;
  readonly jumped: number[] = [];
  /** What somebody is in the middle of, and what comes next. */
  open: readonly string[] = [];
  upcoming: readonly Upcoming[] = [];
  finished = 0;
  /** What is to happen on the day's clock. */
  readonly #due: { readonly at: number; readonly what: () => void }[] = [];
  #server: LabServer | undefined;

  private constructor(folder: string, pages: string, lab: Lab, events: EvidenceEvent[], secrets: LabSecrets) {
    this.folder = folder;
    this.#pages = pages;
    this.lab = lab;
    this.events = events;
    this.secrets = secrets;
    conductInjects(lab, { at: (at, what) => void this.#due.push({ at, what }) }, this.beneath);
  }

  /** @param pages where the pages of the care system beneath are */
  static async start(pages = 'http://127.0.0.1:9/'): Promise<ServedLab> {
    const { lab, events } = await openedLab();
    const folder = await mkdtemp(path.join(tmpdir(), 'genrep-lab-'));
    const secrets = await LabSecrets.of(folder);
    await secrets.addSeats(SEATS);
    const served = new ServedLab(folder, pages, lab, events, secrets);
    await served.serve();
    return served;
  }

  get address(): string {
    return this.#server?.address ?? '';
  }

  async serve(port = 0): Promise<void> {
    const { lab, secrets, beneath, tablets } = this;
    const room: Room = {
      ...{ lab, secrets, isSolo: false, beneath, tablets, parts: [NURSES] },
      jump: (to) => void this.jumped.push(to),
      open: () => this.open,
      upcoming: () => this.upcoming,
      check: async () => lab.record({ type: 'lab-checked', what: 'system', isThere: true }),
      finish: async () => {
        this.finished += 1;
      },
    };
    this.#server = await serveLab({
      room,
      around: {
        ...{ isOver: false, isSolo: false, workplace: undefined, shiftChanges: [7 * HOUR, 13 * HOUR] },
        textOf: ({ step }) => ({
          ...{ who: 'Test Person', number: '19500101-TEST', what: `Du gör uppgift ${step + 1}.` },
          ...{ where: 'Akuten', byWhen: 'så snart du kan', details: [['Puls', '72']], waits: undefined },
        }),
      },
      workstations: { pictures: new Pictures(this.folder, lab, secrets), pages: this.#pages },
      host: '127.0.0.1',
      port,
    });
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  code(seat: string): string {
    return this.secrets.codeOf(seat) ?? '';
  }

  tablet(): Tablet {
    return new Tablet(() => this.address);
  }

  /** Somebody at a place, who has said yes. */
  async participant(seat = 'plats-1'): Promise<Tablet> {
    const tablet = this.tablet();
    await tablet.enter(this.code(seat));
    await tablet.tap('join');
    return tablet;
  }

  async staff(kind: 'facilitator' | 'observer'): Promise<Tablet> {
    const tablet = this.tablet();
    await tablet.enter(this.secrets[kind]);
    return tablet;
  }

  /** Has the day's clock come to a time, and resolves when what was to happen until then is written down. */
  async comesTo(dayTime: number): Promise<void> {
    this.lab.follow(() => dayTime);
    const due = this.#due.filter(({ at }) => at <= dayTime);
    for (const each of due) this.#due.splice(this.#due.indexOf(each), 1);
    for (const { what } of due) what();
    await new Promise(setImmediate);
  }
}
