import type { Act } from '../domain/access-evidence.ts';
import type { Account } from '../systems/driver/account.ts';
import type { AccessRequest } from '../systems/open-access.ts';
import * as made from './resources.ts';
import type { Seen } from './ways.ts';
import { type Someone, toldBy, type World } from './world.ts';

interface Doing {
  readonly world: World;
  readonly account: Account;
  readonly whose: Someone;
  readonly about: made.About;
}

const create = (body: { readonly resourceType: string }): AccessRequest => ({
  ...{ method: 'POST', address: body.resourceType, body },
});

/** How each act is done. */
const DEEDS: Readonly<Record<Act, (doing: Doing) => Promise<AccessRequest>>> = {
  'write-note': async ({ about }) => create(made.note(about)),
  prescribe: async ({ about }) => create(made.prescription(about)),
  async 'change-dose'({ about, whose }) {
    const [, id] = whose.prescription.split('/');
    return { method: 'PUT', address: whose.prescription, body: { ...made.prescription(about, 2), id } };
  },
  'give-drug': async ({ about, whose }) => create(made.dose(about, whose.prescription)),
  'record-allergy': async ({ about }) => create(made.allergy(about)),
  measure: async ({ about }) => create(made.measurement(about)),
  'declare-ready': async ({ about }) => create(made.readyForDischarge(about)),
  'order-test': async ({ about, world }) => create(made.order(about, await world.unit('laboratory'))),
  // Each answers an order of its own: one that is answered is answered once.
  async 'answer-test'({ about, world, whose }) {
    const nurse = world.staff('nurse', 'own-unit');
    const order = made.order(world.about(whose.reference), await world.unit('laboratory'));
    return create(made.answer(about, await world.make(nurse, order)));
  },
  'register-contact': async ({ about, world }) => create(made.contact(about, await world.unit('own-unit'))),
  book: async ({ about, world }) => create(made.booking(about, await world.unit('own-unit'))),
  'send-message': async ({ about, world }) => create(made.message(about, await world.unit('municipality'))),
  async 'change-register'({ about, whose }) {
    const moved = { ...whose.patient, address: { ...whose.patient.address, line: about.word } };
    const [, id] = whose.reference.split('/');
    return { method: 'PUT', address: whose.reference, body: { ...made.personOf(moved, about.token), id } };
  },
  'record-block': async ({ about, world }) =>
    create(made.patientsWord(about, 'block', 'deny', await world.unit('own-unit'))),
  'open-blocked': async ({ whose }) => ({ method: 'POST', address: `${whose.reference}/$open-blocked` }),
};

/** Does something, or is refused. */
export async function tryDeed(act: Act, doing: Omit<Doing, 'about'>): Promise<Seen> {
  const about = doing.world.about(doing.whose.reference);
  const request = await DEEDS[act]({ ...doing, about });
  const sent = { ...request, about: doing.whose.reference };
  const answer = await doing.world.door.send(doing.account, sent);
  if (answer.status < 300) return { seen: 'shown', observed: 'det gick att göra' };
  if (answer.status >= 500) return { seen: 'error', observed: toldBy(answer) };
  if (answer.status === 501 || (act === 'open-blocked' && [400, 404, 405].includes(answer.status)))
    return { seen: 'not-covered', observed: `Systemet kan det inte (${toldBy(answer)}).` };
  return { seen: 'kept', observed: toldBy(answer) };
}
