import { INJECT_METHODS, type LabAct, type LabInject } from '../domain/lab-evidence.ts';
import { ROLES } from '../domain/role.ts';
import { HOUR, MINUTE, type Milliseconds } from '../domain/time.ts';
import { A_ROBOT } from './ahead.ts';
import { clockText } from './clock-text.ts';
import { leaveOutUntil } from './conduct-injects.ts';
import { type Doing, Outdated, type Room, type Tap, tapOf, Untaken } from './doing.ts';
import { isActing, isExpected } from './inject-state.ts';
import { openCards, seatOf } from './state.ts';

/** As in the plan of a lab (lab.schema.json). */
const FASTEST = 240;

/** What a facilitator does with the clock: only who has seen how it stands. */
const CLOCK: Readonly<Record<string, Doing>> = {
  async hold({ lab }, tap) {
    await lab.record({ type: 'lab-clock', change: 'held', ...tapOf(tap) });
  },
  async continue({ lab }, tap) {
    await lab.record({ type: 'lab-clock', change: 'continued', ...tapOf(tap) });
  },
  async pace({ lab }, tap) {
    const pace = Number(tap.pace);
    if (!(pace > 0 && pace <= FASTEST))
      throw new Untaken(`Klockan kan gå 1 till ${FASTEST} gånger fortare än verkligheten.`);
    await lab.record({ type: 'lab-clock', change: 'paced', pace, ...tapOf(tap) });
  },
  async jump({ lab, jump, open }, tap) {
    const to = timeIn(tap.to);
    if (to === undefined) throw new Untaken('Skriv klockslaget som 10:30.');
    if (to <= lab.dayTime) throw new Untaken('Klockan går bara framåt: välj ett senare klockslag.');
    const left = open();
    if (left.length > 0)
      throw new Untaken(
        `Klockan hoppar först när inget är på gång. Ge korten till robotar, eller vänta: ${left.join('; ')}.`,
      );
    await leaveOutUntil(lab, to);
    jump(to);
    await lab.record({ type: 'lab-clock', change: 'jumped', ...tapOf(tap) });
  },
};

const INJECTS: Readonly<Record<string, Doing>> = {
  async send({ lab }, tap) {
    const { inject, state } = injectIn(lab, tap);
    if (state === 'planned')
      await lab.record({ type: 'lab-injected', inject, change: 'sent', ...tapOf(tap) });
  },
  async skip({ lab }, tap) {
    const { inject, state } = injectIn(lab, tap);
    if (state === 'planned')
      await lab.record({ type: 'lab-injected', inject, change: 'skipped', ...tapOf(tap) });
  },
  async inject(room, tap) {
    const inject = written(room, tap);
    await room.lab.record({ type: 'lab-injected', inject, change: 'sent', ...tapOf(tap) });
  },
  async 'end-act'({ lab }, tap) {
    const each = injectIn(lab, tap);
    if (isActing(each))
      await lab.record({ type: 'lab-injected', inject: each.inject, change: 'ended', ...tapOf(tap) });
  },
};

/** What observers and the facilitator say of what was expected. */
export const EXPECTATIONS: Readonly<Record<string, Doing>> = {
  async met({ lab }, tap) {
    await judge(lab, tap, 'met');
  },
  async missed({ lab }, tap) {
    await judge(lab, tap, 'missed');
  },
};

const PLACES: Readonly<Record<string, Doing>> = {
  async 'take-back'({ lab }, tap) {
    await lab.tell(tap.card ?? '', 'taken-back', tapOf(tap));
  },
  async 'take-all-back'({ lab }) {
    for (const { id } of openCards(lab.state)) await lab.tell(id, 'taken-back');
  },
  async move({ lab }, tap) {
    const to = seatOf(lab.state, tap.seat ?? '');
    const card = lab.state.cards.get(tap.card ?? '');
    const from = card === undefined ? undefined : seatOf(lab.state, card.seat);
    if (to?.presence !== 'here' || to.seat.role !== from?.seat.role || to.seat.unit !== from.seat.unit)
      throw new Untaken('Kortet kan bara gå till någon med samma roll på samma enhet som är på plats.');
    await lab.tell(tap.card ?? '', 'moved', { seat: to.seat.id, ...tapOf(tap) });
  },
  /** A robot's task that is to come is given to a person, or one that could be a person's to a robot. */
  async hand({ lab, upcoming }, tap) {
    const { instance, step } = stepIn(tap);
    const task = upcoming().find((each) => each.instance === instance && each.step === step);
    if (task === undefined) throw new Untaken('Den uppgiften är inte längre på väg.');
    const seat = tap.seat ?? '';
    if (seat !== A_ROBOT && !task.takers.some((taker) => taker.seat.id === seat))
      throw new Untaken('Uppgiften kan bara gå till någon med den rollen på enheten som är på plats.');
    await lab.record({
      ...{ type: 'lab-handed', visit: instance, step, ...tapOf(tap) },
      ...(seat === A_ROBOT ? {} : { seat }),
    });
  },
  async 'send-away'({ lab }, tap) {
    await away(lab, tap.seat ?? '', tap);
  },
  async 'call-back'({ lab }, tap) {
    await back(lab, tap.seat ?? '', tap);
  },
  async 'add-seat'({ lab, secrets, parts }, tap) {
    const part = parts.find((each) => partId(each) === tap.part);
    if (part === undefined)
      throw new Untaken('Ingen uppgift i dagens flöden är för den rollen på den enheten.');
    const { role, unit, kind, unitName } = part;
    const number = lab.state.seats.filter(({ seat }) => seat.role === role).length + 1;
    const seat = {
      id: `plats-${lab.state.seats.length + 1}`,
      pseudonym: `${ROLES[role].title} ${number}`,
      ...{ role, unit, kind, unitName },
    };
    await secrets.addSeats([seat]);
    await lab.record({ type: 'lab-seat-added', seat, ...tapOf(tap) });
  },
  async 'remove-seat'({ lab }, tap) {
    const place = seatOf(lab.state, tap.seat ?? '');
    if (place === undefined || place.presence === 'gone') return;
    await lab.record({ type: 'lab-person', seat: place.seat.id, change: 'removed', ...tapOf(tap) });
    for (const { id } of openCards(lab.state, place.seat.id)) await lab.tell(id, 'taken-back');
  },
  async staff({ lab, parts }, tap) {
    const part = parts.find((each) => partId(each) === tap.part && each.isStaffed);
    const by = Number(tap.by);
    if (part === undefined || !Number.isInteger(by) || Math.abs(by) !== 1)
      throw new Untaken('Dagen har ingen sådan personal att göra fler eller färre.');
    const { unit, role } = part;
    await lab.record({ type: 'lab-staffed', unit, role, by, ...tapOf(tap) });
  },
  check: ({ check }) => check(),
  finish: ({ finish }) => finish(),
};

export const FACILITATOR: Readonly<Record<string, Doing>> = {
  ...Object.fromEntries(Object.entries(CLOCK).map(([name, doing]) => [name, ofWhoHasSeen(doing)])),
  ...INJECTS,
  ...EXPECTATIONS,
  ...PLACES,
};

export const partId = ({ unit, role }: Pick<Room['parts'][number], 'unit' | 'role'>): string =>
  `${unit}/${role}`;

/** Two facilitators: the one who comes second is told, and looks again, before the clock does what neither meant. */
function ofWhoHasSeen(doing: Doing): Doing {
  return async (room, tap, own) => {
    const { version, isHeld, dayTime } = room.lab.state.clock;
    if (tap.match !== String(version))
      throw new Outdated(
        `Någon annan hann före: klockan ${isHeld ? 'står' : 'går'}, och är ${clockText(dayTime).sv}. Titta igen, och tryck på nytt om det behövs.`,
      );
    await doing(room, tap, own);
  };
}

export async function away(lab: Room['lab'], seat: string, tap: Tap): Promise<void> {
  if (seatOf(lab.state, seat)?.presence !== 'here') return;
  await lab.record({ type: 'lab-person', seat, change: 'left', ...tapOf(tap) });
  for (const { id } of openCards(lab.state, seat)) await lab.tell(id, 'taken-back');
}

export async function back(lab: Room['lab'], seat: string, tap: Tap): Promise<void> {
  if (seatOf(lab.state, seat)?.presence !== 'away' || lab.state.isAsked) return;
  await lab.record({ type: 'lab-person', seat, change: 'returned', ...tapOf(tap) });
}

export function injectIn(lab: Room['lab'], tap: Tap) {
  const found = lab.state.injects.find(({ inject }) => inject.id === tap.inject);
  if (found === undefined) throw new Untaken('Det finns ingen sådan händelse.');
  return found;
}

async function judge(lab: Room['lab'], tap: Tap, change: 'met' | 'missed'): Promise<void> {
  const each = injectIn(lab, tap);
  if (!isExpected(each))
    throw new Untaken('Inget väntas just nu: ingen har tagit emot händelsen, eller så är den avgjord.');
  const verdict = change === 'met' ? 'pass' : 'fail';
  await lab.record({ type: 'lab-expected', inject: each.inject.id, change, verdict, ...tapOf(tap) });
}

/** An inject that is written on the spot, with what it shall do and what is expected. */
function written({ lab, beneath }: Room, tap: Tap): LabInject {
  const sv = (tap.text ?? '').trim();
  if (sv === '') throw new Untaken('Skriv vad som händer.');
  const method = INJECT_METHODS.find((each) => each === (tap.method || 'message'));
  const to = tap.to === undefined || tap.to === '' ? undefined : seatOf(lab.state, tap.to)?.seat.id;
  if (method === undefined || (tap.to && to === undefined))
    throw new Untaken('Välj hur det når fram, och till vem.');
  const expected = (tap.expected ?? '').trim();
  const act = actIn(tap);
  const refused = act === undefined ? undefined : beneath.refuses(act);
  if (refused !== undefined) throw new Untaken(refused);
  const within = minutesIn(tap.within);
  return {
    ...{ id: `skriven-${lab.state.injects.length + 1}`, method, sv },
    ...(to === undefined ? {} : { to: [to] }),
    ...(expected === '' ? {} : { expected }),
    ...(expected === '' || within === undefined ? {} : { within }),
    ...(act === undefined ? {} : { act }),
  };
}

function actIn({ act, fault, lasts }: Tap): LabAct | undefined {
  const kind = (['fault', 'network', 'printer'] as const).find((each) => each === act);
  if (kind === undefined) return undefined;
  if (kind === 'fault' && !fault) throw new Untaken('Välj vilket fel som ska planteras.');
  const duration = minutesIn(lasts);
  return {
    kind,
    ...(kind === 'fault' && fault !== undefined ? { fault } : {}),
    ...(duration === undefined ? {} : { lasts: duration }),
  };
}

function minutesIn(text: string | undefined): Milliseconds | undefined {
  if (text === undefined || text === '') return undefined;
  const minutes = Number(text.replace(',', '.'));
  if (!(minutes > 0 && minutes <= 1_440))
    throw new Untaken('Skriv antalet minuter som ett tal, till exempel 10.');
  return minutes * MINUTE;
}

function timeIn(text = ''): Milliseconds | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3])[:.]([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * HOUR + Number(minutes) * MINUTE;
}

const stepIn = ({ visit = '', step }: Tap) => ({ instance: visit, step: Number(step) });
