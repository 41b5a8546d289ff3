import type { Resource } from '@medplum/fhirtypes';
import { FORBIDDEN } from '../access.ts';
import { accountOf } from '../surroundings.ts';
import { bodyOf, isNo, type Probe, phraseOf, tried } from './probe.ts';

/** Writing what is not one's to write: what a step wrote, once more, by somebody who must not. */
export const forbidden: readonly Probe[] = FORBIDDEN.flatMap(({ type, code, sv, en, never }) =>
  never.map(([role, unit]): Probe => {
    const id = `${role}-${type}${code === undefined ? '' : `-${code}`}`;
    return {
      id,
      ready(at, person, writes) {
        const write = writes.find(
          ({ interaction, what, resource }) =>
            interaction === 'made' &&
            what === type &&
            fits(resource, code) &&
            !isOfOther(type, code, resource),
        );
        const account = accountOf(at, { role, unit }, person);
        if (write === undefined || account === undefined || account === write.account) return undefined;
        const who = phraseOf(role, unit);
        return () =>
          tried(
            at,
            account,
            { method: 'POST', address: type, name: `POST ${type}`, body: bodyOf(write, id) },
            {
              probe: id,
              sv: `${who.sv} försöker ${sv}`,
              en: `${who.en} tries to ${en}`,
              about: 'authority',
              instance: write.instance,
              kind: write.kind,
              expected: 'Systemet säger nej.',
            },
            isNo,
          );
      },
    };
  }),
);

/** The first rule of a type that fits decides; what another is about says nothing of this one. */
const isOfOther = (type: string, code: string | undefined, resource: Resource): boolean =>
  code === undefined &&
  FORBIDDEN.some((other) => other.type === type && other.code !== undefined && fits(resource, other.code));

const fits = (resource: Resource, code: string | undefined): boolean =>
  code === undefined || JSON.stringify(Reflect.get(resource, 'code') ?? '').includes(`"${code}"`);
