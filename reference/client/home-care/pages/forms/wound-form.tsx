import { Textarea } from '@navikt/ds-react';
import { type ReactNode, useId, useState } from 'react';
import { wound } from '../../entries/facts.ts';
import type { Visit } from '../../kept/round.ts';
import { useTexts } from '../../texts/texts.tsx';
import { HomeForm } from './home-form.tsx';
import { smallPhoto } from './small-photo.ts';

export function WoundForm({ visit }: { readonly visit: Visit }): ReactNode {
  const { visit: words } = useTexts();
  const photoField = useId();
  const [isEmpty, setEmpty] = useState(false);
  return (
    <HomeForm
      visit={visit}
      kind="wound"
      name={words.wound}
      read={async (fields) => {
        const account = String(fields.get('account')).trim();
        setEmpty(account === '');
        if (account === '') return undefined;
        const taken = fields.get('photo');
        const photo = taken instanceof File && taken.size > 0 ? await smallPhoto(taken) : undefined;
        return {
          words: `${words.wound}: ${account}`,
          what: (stamp) => ({ makes: wound(visit.person.reference, account, photo, stamp) }),
        };
      }}
    >
      <Textarea name="account" label={words.description} error={isEmpty && words.empty} />
      <label htmlFor={photoField}>{words.photo}</label>
      <input id={photoField} name="photo" type="file" accept="image/*" capture="environment" />
    </HomeForm>
  );
}
