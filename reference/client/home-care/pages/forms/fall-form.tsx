import { Textarea } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { fall } from '../../entries/facts.ts';
import type { Visit } from '../../kept/round.ts';
import { useTexts } from '../../texts/texts.tsx';
import { HomeForm } from './home-form.tsx';

export function FallForm({ visit }: { readonly visit: Visit }): ReactNode {
  const { visit: words } = useTexts();
  const [isEmpty, setEmpty] = useState(false);
  return (
    <HomeForm
      visit={visit}
      kind="fall"
      name={words.fall}
      read={async (fields) => {
        const account = String(fields.get('account')).trim();
        setEmpty(account === '');
        if (account === '') return undefined;
        return {
          words: `${words.fall}: ${account}`,
          what: (stamp) => ({ makes: fall(visit.person.reference, account, stamp) }),
        };
      }}
    >
      <Textarea name="account" label={words.whatHappened} error={isEmpty && words.empty} />
    </HomeForm>
  );
}
