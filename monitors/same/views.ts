import { isDenied, type Looked } from '../../domain/fact.ts';
import type { Facts, Finding, Judgement, Monitor } from '../../domain/monitor.ts';
import { recordIn } from '../record.ts';

const VIEWS: Readonly<Record<Looked['view'], string>> = {
  everything: 'hela journalen',
  chart: 'journalen',
  record: 'uppgiften',
  list: 'enhetens lista',
  extract: 'journalutdraget',
};

/** One truth in every view: whoever is to see something sees all of it, and the same. */
export const monitor: Monitor = {
  id: 'views',
  kind: 'same',
  sv: 'Alla som ska se en uppgift ser den, och likadan, i varje vy',
  en: 'Everybody who is to see a thing sees it, and the same, in every view',
  source: 'USA:s veteransjukvård, utsatta läkemedel kvar i andra listor (MDedge)',
  follows: ['only-own', 'own-chart', 'nothing-lost'],
  needs: 'views',
  judge: (facts) => viewsDiffer(facts, ({ role }) => role !== 'patient'),
};

/** Holds what some readers were shown against what they were to be shown. */
export function viewsDiffer(facts: Facts, isReader: (look: Looked) => boolean): Judgement {
  const { writes } = recordIn(facts);
  const findings: Finding[] = [];
  let lookedAt = 0;
  for (const look of facts.looked) {
    const { view, due, refused, entitled } = look;
    if (view === 'everything' || view === 'list' || due === undefined || !entitled || !isReader(look))
      continue;
    // A no to who may read is another matter (let-in), and so is one about nothing.
    if (isDenied(look) || (refused !== undefined && due.length === 0)) continue;
    lookedAt += 1;
    const wrong = differenceIn(look);
    if (wrong === undefined) continue;
    // What is shown otherwise is what was changed last; what is not shown at all is what was made.
    const act = writes.get(wrong.id)?.at(wrong.how === 'other' ? -1 : 0);
    findings.push({
      component: 'api',
      kind: act?.kind,
      instance: look.instance ?? act?.instance,
      token: act?.token,
      cause: `${look.what} ${view} ${look.role ?? ''} ${wrong.how}`,
      expected: `${look.reader} ser i ${VIEWS[view]} detsamma som journalen innehåller (${look.what}).`,
      observed: wrong.sv,
      reference: wrong.id,
    });
  }
  return { lookedAt, findings };
}

/** The first thing that is not as it must be. */
export function differenceIn({
  shown,
  due = [],
  refused,
}: Looked): { readonly id: string; readonly how: string; readonly sv: string } | undefined {
  if (refused !== undefined) {
    return { id: due[0]?.id ?? '', how: 'refused', sv: `Systemet svarar nej (${refused}).` };
  }
  const there = new Map(shown.map(({ id, digest }) => [id, digest]));
  const missing = due.filter(({ id }) => !there.has(id));
  if (missing[0] !== undefined) {
    return { id: missing[0].id, how: 'missing', sv: `${missing.length} av ${due.length} saknas.` };
  }
  const known = new Map(due.map(({ id, digest }) => [id, digest]));
  const other = shown.find(({ id, digest }) => known.has(id) && known.get(id) !== digest);
  if (other !== undefined) return { id: other.id, how: 'other', sv: 'En uppgift ser annorlunda ut där.' };
  const more = shown.filter(({ id }) => !known.has(id));
  if (more[0] !== undefined) {
    return { id: more[0].id, how: 'more', sv: `${more.length} uppgift(er) till står där.` };
  }
  return shown.length > due.length
    ? { id: shown[0]?.id ?? '', how: 'repeated', sv: 'Samma uppgift står flera gånger.' }
    : undefined;
}
