import type { Resource } from '@medplum/fhirtypes';
import { Button } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { asMistake, isBy } from '../../authority/mistakes.ts';
import type { Stored } from '../fhir/fhir.ts';
import { numberOf } from '../fhir/numbers.ts';
import { useSession } from '../session/session.tsx';
import { useTexts } from '../texts/language.tsx';
import { Outcome } from './outcome.tsx';
import { useSave } from './use-save.ts';

/** Marks an entry of one's own as entered by mistake, when asked and then said yes to; of another's it is not there. */
export function Undo(props: {
  readonly entry: Resource;
  /** 'mätvärden' */
  readonly what: string;
  done(): void;
}): ReactNode {
  const { entry, what, done } = props;
  const { account, fhir } = useSession();
  const { undo: t } = useTexts();
  const [asking, setAsking] = useState(false);
  const saving = useSave();
  if (!isBy(entry, account)) return null;
  const name = `${what} ${numberOf(entry)}`;
  const mark = (): void =>
    saving.start(async () => {
      const marked = await fhir.update(asMistake(entry) as Stored<Resource>);
      done();
      return { number: numberOf(marked) };
    });
  return (
    <fieldset className="save-button" aria-label={t.undoOf(name)}>
      {asking ? (
        <div className="sign-in-ways">
          <Button size="xsmall" autoFocus aria-label={t.yesOf(name)} onClick={mark}>
            {t.yes}
          </Button>
          <Button
            size="xsmall"
            variant="secondary"
            aria-label={t.noOf(name)}
            onClick={() => setAsking(false)}
          >
            {t.no}
          </Button>
        </div>
      ) : (
        <Button size="xsmall" variant="tertiary" aria-label={t.undoOf(name)} onClick={() => setAsking(true)}>
          {t.undo}
        </Button>
      )}
      <Outcome of={saving.state} />
    </fieldset>
  );
}
