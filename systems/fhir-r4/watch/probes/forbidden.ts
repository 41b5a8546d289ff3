import type { Resource } from '@medplum/fhirtypes';
import { FORBIDDEN } from '../access.ts';
import { fetchAll } from '../fetch.ts';
import type { Write } from '../ledger.ts';
import { accountOf } from '../surroundings.ts';
import { bodyOf, isNo, type Probe, phraseOf, tried } from './probe.ts';

type Rule = (typeof FORBIDDEN)[number];

/** Everybody who must not write something, with what that is. */
const NEVER = FORBIDDEN.flatMap((rule) => rule.never.map(([role, unit]) => ({ rule, role, unit })));

const idOf = ({ type, code }: Rule, role: string): string =>
  `${role}-${type}${code === undefined ? '' : `-${code}`}`;

/** Writing what is not one's to write: what a step wrote, once more, by somebody who must not. */
const making: readonly Probe[] = NEVER.map(({ rule, role, unit }): Probe => {
  const id = idOf(rule, role);
  return {
    id,
    ready(at, person, writes) {
      const write = writes.find((each) => isOf(rule, each));
      const account = accountOf(at, { role, unit }, person);
      if (write === undefined || account === undefined || account === write.account) return undefined;
      const who = phraseOf(role, unit);
      return () =>
        tried(
          at,
          account,
          { method: 'POST', address: rule.type, name: `POST ${rule.type}`, body: bodyOf(write, id) },
          {
            probe: id,
            sv: `${who.sv} försöker ${rule.sv}`,
            en: `${who.en} tries to ${rule.en}`,
            about: 'authority',
            instance: write.instance,
            kind: write.kind,
            expected: 'Systemet säger nej.',
          },
          isNo,
        );
    },
  };
});

/** Changing it: as it is, so that nothing is harmed where it is let through. */
const changing: readonly Probe[] = NEVER.filter(
  ({ rule, role }) => rule.mayChange?.includes(role) !== true,
).map(({ rule, role, unit }): Probe => {
  const id = `${idOf(rule, role)}-change`;
  return {
    id,
    ready(at, person, writes) {
      const write = writes.findLast((each) => isOf(rule, each) && each.passedOn === undefined);
      const account = accountOf(at, { role, unit }, person);
      if (write === undefined || account === undefined || account === write.account) return undefined;
      const who = phraseOf(role, unit);
      return async () => {
        const { resources } = await fetchAll(
          at.exchange,
          at.accounts.migration,
          write.id,
          `GET ${rule.type}/:id`,
        );
        const [current] = resources;
        const version = current?.meta?.versionId;
        return tried(
          at,
          account,
          {
            method: 'PUT',
            address: write.id,
            name: `PUT ${rule.type}/:id`,
            body: JSON.stringify(current ?? write.resource),
            ...(version === undefined ? {} : { headers: { 'if-match': `W/"${version}"` } }),
          },
          {
            probe: id,
            sv: `${who.sv} försöker ändra det som rollen inte får ${rule.sv}`,
            en: `${who.en} tries to change what the role must not ${rule.en}`,
            about: 'authority',
            instance: write.instance,
            kind: write.kind,
            expected: 'Systemet säger nej.',
            reference: write.id,
          },
          isNo,
        );
      };
    },
  };
});

export const forbidden: readonly Probe[] = [...making, ...changing];

const isOf = (rule: Rule, { interaction, what, resource }: Write): boolean =>
  interaction === 'made' && what === rule.type && fits(resource, rule.code) && !isOfOther(rule, resource);

/** The first rule of a type that fits decides; what another is about says nothing of this one. */
const isOfOther = ({ type, code }: Rule, resource: Resource): boolean =>
  code === undefined &&
  FORBIDDEN.some((other) => other.type === type && other.code !== undefined && fits(resource, other.code));

const fits = (resource: Resource, code: string | undefined): boolean =>
  code === undefined || JSON.stringify(Reflect.get(resource, 'code') ?? '').includes(`"${code}"`);
