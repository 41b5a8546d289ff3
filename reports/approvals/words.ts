import type { Approvable } from '../../domain/approval.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type Bilingual, both } from '../../pages/bilingual.ts';
import type { ContentChange, ValueChange } from './content-changes.ts';
import type { Approved, Standing } from './standing.ts';

/** How approvals read to people. */

export const KINDS: Readonly<Record<Approvable, Bilingual & { readonly plural: Bilingual }>> = {
  flow: { ...both('flöde', 'flow'), plural: both('flöden', 'flows') },
  requirement: { ...both('krav', 'requirement'), plural: both('krav', 'requirements') },
  hazard: { ...both('risk', 'hazard'), plural: both('risker', 'hazards') },
};

export const STANDINGS: Readonly<Record<Standing, Bilingual>> = {
  approved: both('godkänt', 'approved'),
  rejected: both('underkänt', 'rejected'),
  changed: both('ändrat efter godkännandet', 'changed since it was approved'),
  expired: both('godkännandet har gått ut', 'approval has expired'),
  unsigned: both('osignerat', 'unsigned'),
  'no-right': both('rollen får inte godkänna det', 'the role may not approve it'),
  none: both('inte godkänt', 'not approved'),
};

/** What ended is red; what nobody has said anything of has not been looked at. */
export const VERDICT_OF: Readonly<Record<Standing, Verdict>> = {
  approved: 'pass',
  rejected: 'fail',
  changed: 'fail',
  expired: 'fail',
  unsigned: 'not-covered',
  'no-right': 'not-covered',
  none: 'not-covered',
};

/** Why something does not stand, in one sentence; nothing of what does. */
export function whyNot({ subject: { id }, standing, said, until, changes }: Approved): Bilingual {
  const [sv, en] = [STANDINGS[standing].sv, STANDINGS[standing].en];
  const who =
    said === undefined
      ? both('', '')
      : both(` (${said.by}, ${said.role.sv})`, ` (${said.by}, ${said.role.en})`);
  if (standing === 'rejected')
    return both(`${id}: ${sv}${who.sv}: ${said?.reason}`, `${id}: ${en}${who.en}: ${said?.reason}`);
  if (standing === 'expired')
    return both(`${id}: ${sv} ${until}${who.sv}.`, `${id}: ${en} ${until}${who.en}.`);
  if (standing !== 'changed') return both(`${id}: ${sv}${who.sv}.`, `${id}: ${en}${who.en}.`);
  const told = changes.slice(0, TOLD).map(changeWords);
  const more = changes.length - told.length;
  return both(
    `${id}: ${sv}${who.sv}. ${told.map((one) => one.sv).join(' ')}${more > 0 ? ` Och ${more} till.` : ''}`,
    `${id}: ${en}${who.en}. ${told.map((one) => one.en).join(' ')}${more > 0 ? ` And ${more} more.` : ''}`,
  );
}

/** So many changes are told in a sentence; the page has them all. */
const TOLD = 2;

/** A change as a sentence: which sentence, and what it said and says. */
export function changeWords(change: ContentChange): Bilingual {
  switch (change.kind) {
    case 'reworded':
      return both(
        `Löd ”${change.before}”, lyder nu ”${change.after}”.`,
        `Read ”${change.before}”, now reads ”${change.after}”.`,
      );
    case 'added':
      return both(`Nytt: ”${change.text}”.`, `Added: ”${change.text}”.`);
    case 'removed':
      return both(`Borttaget: ”${change.text}”.`, `Removed: ”${change.text}”.`);
    case 'means': {
      const values = change.values.map(valueWords).join(', ');
      return both(
        `”${change.text}” lyder som förut men säger annat: ${values}.`,
        `”${change.text}” reads as before but says otherwise: ${values}.`,
      );
    }
  }
}

const valueWords = ({ at, before, after }: ValueChange): string =>
  `${at.split('.').slice(-2).join('.')} ${before ?? '–'} → ${after ?? '–'}`;
