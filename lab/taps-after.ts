import { answersOf, INSTRUMENTS, type Questionnaire } from '../domain/questionnaire.ts';
import { sendHome } from './conduct.ts';
import { type Doing, type Room, type Tap, tapOf, Untaken } from './doing.ts';
import { seatOf } from './state.ts';

/** What a participant taps when the work is over, and on paper. */
export const AFTER_BY_PARTICIPANT: Readonly<Record<string, Doing>> = {
  /** By the code on a printed card: it is in that person's hand. */
  async opened({ lab }, tap, seat) {
    const card = lab.state.cards.get(tap.card ?? '');
    if (card?.seat !== seat || card.ending !== undefined)
      throw new Untaken('Det kortet är inte ditt just nu. Det som är ditt visas här.');
    if (!card.isOpened) await lab.tell(card.id, 'opened', tapOf(tap));
  },
  async answer(room, tap, seat) {
    const asked = askedIn(room, tap);
    const given = answersOf(asked.instrument);
    const items = Array.from({ length: INSTRUMENTS[asked.instrument].items }, (_, index) => {
      const value = tap[`item-${index + 1}`];
      return given.find((each) => String(each) === value) ?? null;
    });
    if (items.every((item) => item === null)) throw new Untaken('Svara på något, eller tryck på Jag avstår.');
    await keep(room, tap, seat, asked, items);
  },
  async decline(room, tap, seat) {
    await keep(room, tap, seat, askedIn(room, tap), []);
  },
};

/** What a facilitator taps for what comes after the work. */
export const AFTER_BY_FACILITATOR: Readonly<Record<string, Doing>> = {
  async ask({ lab }, tap) {
    if (lab.state.questionnaires.length === 0) throw new Untaken('Labbets plan har inga frågor att dela ut.');
    if (!lab.state.isAsked) await lab.record({ type: 'lab-asked', ...tapOf(tap) });
    await sendHome(lab);
  },
  async bookmark({ lab, secrets }, tap) {
    const seat = seatOf(lab.state, tap.seat ?? '')?.seat.id;
    const why = (tap.text ?? '').trim();
    const said = seat === undefined ? undefined : secrets.seal(seat, why);
    await lab.record({
      ...{ type: 'lab-bookmark', ...tapOf(tap) },
      ...(seat === undefined ? {} : { seat }),
      ...(said === undefined ? {} : { said }),
      ...(seat !== undefined || why === '' ? {} : { text: why }),
    });
  },
};

function askedIn({ lab }: Room, tap: Tap): Questionnaire {
  const asked = lab.state.questionnaires.find(({ instrument }) => instrument === tap.instrument);
  if (asked === undefined || !lab.state.isAsked) throw new Untaken('Frågorna är inte utdelade.');
  return asked;
}

async function keep(
  { lab }: Room,
  tap: Tap,
  seat: string,
  { instrument, version }: Questionnaire,
  items: readonly (number | null)[],
): Promise<void> {
  const isAnswered = lab.state.answers.some((each) => each.seat === seat && each.instrument === instrument);
  if (isAnswered) return;
  const answered = { seat, instrument, version, items };
  await lab.record({ type: 'lab-answered', ...answered, ...tapOf(tap) });
}
