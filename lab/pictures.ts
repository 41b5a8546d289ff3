import { createHash } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import type { LabPicture, Pictured, PictureWithheld } from '../domain/lab-evidence.ts';
import { type Milliseconds, SECOND } from '../domain/time.ts';
import type { Lab } from './lab.ts';
import { CONSENT_VERSION } from './pages/consent.ts';
import type { LabSecrets } from './secrets.ts';
import { type CardMoment, type CardState, seatOf } from './state.ts';

/** Of the run's folder. */
const FOLDER = 'lab-pictures';

/** What happened longer ago is not what the page shows now. An assumption. */
const SHOWS_IT_FOR: Milliseconds = 10 * SECOND;

/** Of each kind of moment of a card: who presses for help again and again fills no disk. An assumption. */
const MOST_OF_A_KIND = 3;

/** A moment of a card that a workstation may have a picture of. */
export interface Wanted {
  readonly card: string;
  readonly of: Pictured;
  /** Epoch milliseconds of its event. */
  readonly at: number;
}

/** Which moment is meant, as a workstation names it. */
export type Named = Pick<Wanted, 'card' | 'at'>;

/**
 * The pictures of a lab under way: which moments want one, and their keeping. A picture is closed with its person's key and
 * safe on the disk before the evidence tells of it, so that a server that is killed has told of no file that is not there;
 * what a workstation sends again counts once.
 */
export class Pictures {
  readonly #folder: string;
  readonly #lab: Lab;
  readonly #secrets: LabSecrets;
  readonly #keeping = new Map<string, Promise<boolean>>();

  /** @param folder the run's */
  constructor(folder: string, lab: Lab, secrets: LabSecrets) {
    this.#folder = folder;
    this.#lab = lab;
    this.#secrets = secrets;
  }

  /** The moments of a place that a picture taken now would show; none where nobody has said yes to pictures. */
  wanted(seat: string): readonly Wanted[] {
    const since = this.#lab.now - SHOWS_IT_FOR;
    return [...this.#lab.state.cards.values()].flatMap((card) =>
      this.#momentsOf(card, seat)
        .filter((moment) => moment.at >= since && !this.#isKept(card.id, moment))
        .map(({ of, at }) => ({ card: card.id, of, at })),
    );
  }

  /** Keeps what a workstation showed, or why it does not; answers whether there is such a moment of that place. */
  keep(seat: string, { card, at }: Named, shown: Buffer | PictureWithheld): Promise<boolean> {
    const found = this.#lab.state.cards.get(card);
    const moment = found && this.#momentsOf(found, seat).find((each) => each.at === at);
    if (moment === undefined) return Promise.resolve(false);
    const id = fileOf(card, moment);
    const keeping = this.#keeping.get(id) ?? this.#keep(card, moment, shown);
    this.#keeping.set(id, keeping);
    return keeping.finally(() => this.#keeping.delete(id));
  }

  async #keep(card: string, moment: CardMoment, shown: Buffer | PictureWithheld): Promise<boolean> {
    if (this.#isKept(card, moment)) return true;
    const { seat, of, at: happenedAt } = moment;
    const told = { type: 'lab-picture', seat, card, of, happenedAt } as const;
    if (typeof shown === 'string') await this.#lab.record({ ...told, withheld: shown });
    else {
      const closed = this.#secrets.sealBytes(seat, shown);
      // Of somebody who is forgotten nothing is kept.
      if (closed === undefined) return false;
      const file = path.posix.join(FOLDER, fileOf(card, moment));
      await writeSafely(path.join(this.#folder, file), closed);
      await this.#lab.record({
        ...told,
        file,
        sha256: createHash('sha256').update(closed).digest('hex'),
      });
    }
    return true;
  }

  /** Those of a card that happened to who sits at a place and has said yes to pictures. */
  #momentsOf({ moments }: CardState, seat: string): readonly CardMoment[] {
    if (seatOf(this.#lab.state, seat)?.consent !== CONSENT_VERSION) return [];
    return moments.filter(
      (moment, index) =>
        moment.seat === seat &&
        moments.slice(0, index).filter(({ of }) => of === moment.of).length < MOST_OF_A_KIND,
    );
  }

  #isKept(card: string, { of, at }: CardMoment): boolean {
    return this.#lab.state.pictures.some((each) => isOf(each, card, of, at));
  }
}

const isOf = (picture: LabPicture, card: string, of: Pictured, at: number): boolean =>
  picture.card === card && picture.of === of && picture.happenedAt === at;

const fileOf = (card: string, { of, at }: CardMoment): string =>
  `${card.replaceAll(/[^\w.-]/g, '_')}-${of}-${at}.png.closed`;

/** Whole or not at all. */
async function writeSafely(file: string, bytes: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const beside = await open(`${file}.new`, 'w', 0o600);
  try {
    await beside.writeFile(bytes);
    await beside.datasync();
  } finally {
    await beside.close();
  }
  await rename(`${file}.new`, file);
}
