import { CRITICAL_ERRORS, type LabInject, NOTE_KINDS } from '../domain/lab-evidence.ts';
import { HOUR, MINUTE } from '../domain/time.ts';
import type { Lab } from './lab.ts';
import { CONSENT_VERSION } from './pages/views.ts';
import type { Holder, LabSecrets } from './secrets.ts';
import { openCards, seatOf } from './state.ts';

/** Of the single ease question's wording in pages/views.ts. */
const EASE_VERSION = 'genrep-1';

/** What a browser sends: what was tapped, and what stands in its form. */
export type Tap = Readonly<Record<string, string>>;

/** A tap that cannot be taken, in a sentence for the one who made it. */
export class Untaken extends Error {}

export interface Room {
  readonly lab: Lab;
  readonly secrets: LabSecrets;
  /** Moves the day's clock forward. */
  readonly jump: (dayTime: number) => void;
  readonly finish: () => Promise<void>;
  readonly isSolo: boolean;
}

type Doing = (room: Room, tap: Tap, own: string) => Promise<void>;

const PARTICIPANT: Readonly<Record<string, Doing>> = {
  async join({ lab, isSolo }, tap, seat) {
    if (seatOf(lab.state, seat)?.presence !== 'free') return;
    await lab.record({ type: 'lab-person', seat, change: 'joined', consent: CONSENT_VERSION, ...tapOf(tap) });
    if (isSolo) await lab.record({ type: 'lab-clock', change: 'continued' });
  },
  async leave({ lab }, tap, seat) {
    await away(lab, seat, tap);
  },
  async return({ lab }, tap, seat) {
    await back(lab, seat, tap);
  },
  async 'said-done'(room, tap, seat) {
    await tellOfOwn(room, tap, seat, 'said-done');
  },
  async help(room, tap, seat) {
    await tellOfOwn(room, tap, seat, 'help');
  },
  async stuck(room, tap, seat) {
    await tellOfOwn(room, tap, seat, 'stuck');
  },
  async ease({ lab }, tap, seat) {
    const value = Number(tap.value);
    const card = lab.state.cards.get(tap.card ?? '');
    if (!Number.isInteger(value) || value < 1 || value > 7 || card?.seat !== seat)
      throw new Untaken('Svara med 1 till 7 på ett av dina egna kort.');
    const answered = lab.state.answers.some(
      (answer) => answer.instrument === 'seq' && answer.card === card.id,
    );
    if (answered) return;
    const answer = { instrument: 'seq' as const, version: EASE_VERSION, items: [value], card: card.id };
    await lab.record({ type: 'lab-answered', seat, ...answer, ...tapOf(tap) });
  },
  async acknowledge({ lab }, tap, seat) {
    const { inject } = injectIn(lab, tap);
    await lab.record({ type: 'lab-injected', inject, change: 'acknowledged', seat, ...tapOf(tap) });
  },
  async finish({ isSolo, finish }) {
    if (!isSolo) throw new Untaken('Handledaren avslutar sessionen.');
    await finish();
  },
};

const FACILITATOR: Readonly<Record<string, Doing>> = {
  async hold({ lab }, tap) {
    if (!lab.state.clock.isHeld) await lab.record({ type: 'lab-clock', change: 'held', ...tapOf(tap) });
  },
  async continue({ lab }, tap) {
    if (lab.state.clock.isHeld) await lab.record({ type: 'lab-clock', change: 'continued', ...tapOf(tap) });
  },
  async pace({ lab }, tap) {
    const pace = Number(tap.pace);
    if (!(pace > 0 && pace <= 60))
      throw new Untaken('Klockan kan gå 1 till 60 gånger fortare än verkligheten.');
    await lab.record({ type: 'lab-clock', change: 'paced', pace, ...tapOf(tap) });
  },
  async jump({ lab, jump }, tap) {
    const [, hours, minutes] = /^([01]\d|2[0-3])[:.]([0-5]\d)$/.exec(tap.to ?? '') ?? [];
    const to = Number(hours) * HOUR + Number(minutes) * MINUTE;
    if (hours === undefined) throw new Untaken('Skriv klockslaget som 10:30.');
    if (to <= lab.dayTime) throw new Untaken('Klockan går bara framåt: välj ett senare klockslag.');
    const open = openCards(lab.state).length;
    if (open > 0)
      throw new Untaken(`${open} kort ligger framme. Ge dem till robotar först, och hoppa sedan.`);
    jump(to);
    await lab.record({ type: 'lab-clock', change: 'jumped', ...tapOf(tap) });
  },
  async send({ lab }, tap) {
    const { inject } = injectIn(lab, tap);
    await lab.record({ type: 'lab-injected', inject, change: 'sent', ...tapOf(tap) });
  },
  async skip({ lab }, tap) {
    const { inject } = injectIn(lab, tap);
    await lab.record({ type: 'lab-injected', inject, change: 'skipped', ...tapOf(tap) });
  },
  async inject({ lab }, tap) {
    const sv = (tap.text ?? '').trim();
    if (sv === '') throw new Untaken('Skriv vad som händer.');
    const inject: LabInject = { id: `skriven-${lab.state.injects.length + 1}`, method: 'message', sv };
    await lab.record({ type: 'lab-injected', inject, change: 'sent', ...tapOf(tap) });
  },
  async 'take-back'({ lab }, tap) {
    await lab.tell(tap.card ?? '', 'taken-back', tapOf(tap));
  },
  async move({ lab }, tap) {
    const to = seatOf(lab.state, tap.seat ?? '');
    const card = lab.state.cards.get(tap.card ?? '');
    const from = card === undefined ? undefined : seatOf(lab.state, card.seat);
    if (to?.presence !== 'here' || to.seat.role !== from?.seat.role || to.seat.unit !== from.seat.unit)
      throw new Untaken('Kortet kan bara gå till någon med samma roll på samma enhet som är på plats.');
    await lab.tell(tap.card ?? '', 'moved', { seat: to.seat.id, ...tapOf(tap) });
  },
  async 'send-away'({ lab }, tap) {
    await away(lab, tap.seat ?? '', tap);
  },
  async 'call-back'({ lab }, tap) {
    await back(lab, tap.seat ?? '', tap);
  },
  async 'add-seat'({ lab, secrets }, tap) {
    const like = seatOf(lab.state, tap.seat ?? '')?.seat;
    if (like === undefined) throw new Untaken('Det finns ingen sådan plats.');
    const same = lab.state.seats.filter(({ seat }) => seat.role === like.role).length;
    const [title] = like.pseudonym.split(/ \d+$/);
    const seat = {
      ...like,
      id: `plats-${lab.state.seats.length + 1}`,
      pseudonym: `${title} ${same + 1}`,
    };
    await secrets.addSeats([seat]);
    await lab.record({ type: 'lab-seat-added', seat, ...tapOf(tap) });
  },
  finish: ({ finish }) => finish(),
};

const OBSERVER: Readonly<Record<string, Doing>> = {
  async note({ lab, secrets }, tap) {
    const kind = [...NOTE_KINDS, ...CRITICAL_ERRORS].find((each) => each === tap.kind);
    const severity = ([1, 2, 3] as const).find((each) => each === Number(tap.severity ?? 1));
    const seat = seatOf(lab.state, tap.seat ?? '')?.seat.id;
    if (kind === undefined || severity === undefined || seat === undefined)
      throw new Untaken('Välj en plats, vad du såg och hur allvarligt det var.');
    const said = secrets.seal(seat, tap.text ?? '');
    await lab.record({
      ...{ type: 'lab-note', seat, kind, severity, ...tapOf(tap) },
      ...(tap.card === undefined || tap.card === '' ? {} : { card: tap.card }),
      ...(said === undefined ? {} : { said }),
    });
  },
};

const DOINGS = { participant: PARTICIPANT, facilitator: FACILITATOR, observer: OBSERVER };

/** Does what somebody tapped, if it is theirs to tap. */
export async function take(room: Room, holder: Holder, tap: Tap): Promise<void> {
  const doing = DOINGS[holder.role];
  const act = Object.hasOwn(doing, tap.do ?? '') ? doing[tap.do ?? ''] : undefined;
  if (act === undefined) throw new Untaken('Den knappen är inte din.');
  if (tap.tap !== undefined && room.lab.state.taps.has(tap.tap)) return;
  await act(room, tap, holder.role === 'participant' ? holder.seat : '');
}

const tapOf = ({ tap }: Tap): { readonly tap?: string } => (tap === undefined ? {} : { tap });

async function tellOfOwn(
  { lab, secrets }: Room,
  tap: Tap,
  seat: string,
  change: 'said-done' | 'help' | 'stuck',
): Promise<void> {
  const card = lab.state.cards.get(tap.card ?? '');
  if (card?.seat !== seat) throw new Untaken('Det kortet ligger inte hos dig längre.');
  const said = secrets.seal(seat, tap.text ?? '');
  await lab.tell(card.id, change, { ...tapOf(tap), ...(said === undefined ? {} : { said }) });
}

async function away(lab: Lab, seat: string, tap: Tap): Promise<void> {
  if (seatOf(lab.state, seat)?.presence !== 'here') return;
  await lab.record({ type: 'lab-person', seat, change: 'left', ...tapOf(tap) });
  for (const { id } of openCards(lab.state, seat)) await lab.tell(id, 'taken-back');
}

async function back(lab: Lab, seat: string, tap: Tap): Promise<void> {
  if (seatOf(lab.state, seat)?.presence !== 'away') return;
  await lab.record({ type: 'lab-person', seat, change: 'returned', ...tapOf(tap) });
}

function injectIn(lab: Lab, tap: Tap) {
  const found = lab.state.injects.find(({ inject }) => inject.id === tap.inject);
  if (found === undefined) throw new Untaken('Det finns ingen sådan händelse.');
  return found;
}
