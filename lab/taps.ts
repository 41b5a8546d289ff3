import { CRITICAL_ERRORS, NOTE_KINDS } from '../domain/lab-evidence.ts';
import { type Doing, type Room, type Tap, tapOf, Untaken } from './doing.ts';
import { away, back, EXPECTATIONS, FACILITATOR, injectIn } from './facilitator-taps.ts';
import { CONSENT_VERSION } from './pages/consent.ts';
import type { Holder } from './secrets.ts';
import { seatOf } from './state.ts';
import { AFTER_BY_FACILITATOR, AFTER_BY_PARTICIPANT } from './taps-after.ts';

/** Of the single ease question's wording in pages/views.ts. */
const EASE_VERSION = 'genrep-1';

const PARTICIPANT: Readonly<Record<string, Doing>> = {
  ...AFTER_BY_PARTICIPANT,
  async join({ lab, isSolo }, tap, seat) {
    if (seatOf(lab.state, seat)?.presence !== 'free' || lab.state.isAsked) return;
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
    const { inject, state } = injectIn(lab, tap);
    if (state === 'sent')
      await lab.record({ type: 'lab-injected', inject, change: 'acknowledged', seat, ...tapOf(tap) });
  },
  /** Before people begin: whether one can work where one sits. */
  async check({ lab }, tap, seat) {
    const what = (['workstation', 'printer'] as const).find((each) => each === tap.what);
    if (what === undefined) throw new Untaken('Säg om inloggningen eller skrivaren fungerar.');
    const isThere = tap.works === 'yes';
    await lab.record({ type: 'lab-checked', what, seat, isThere, ...tapOf(tap) });
  },
  async finish({ isSolo, finish }) {
    if (!isSolo) throw new Untaken('Handledaren avslutar sessionen.');
    await finish();
  },
};

const OBSERVER: Readonly<Record<string, Doing>> = {
  ...EXPECTATIONS,
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

const DOINGS = {
  participant: PARTICIPANT,
  facilitator: { ...FACILITATOR, ...AFTER_BY_FACILITATOR },
  observer: OBSERVER,
};

/** Does what somebody tapped, if it is theirs to tap. */
export async function take(room: Room, holder: Holder, tap: Tap): Promise<void> {
  const doing = DOINGS[holder.role];
  const act = Object.hasOwn(doing, tap.do ?? '') ? doing[tap.do ?? ''] : undefined;
  if (act === undefined) throw new Untaken('Den knappen är inte din.');
  if (tap.tap !== undefined && room.lab.state.taps.has(tap.tap)) return;
  await act(room, tap, holder.role === 'participant' ? holder.seat : '');
}

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
