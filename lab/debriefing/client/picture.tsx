import { BodyShort, Button, Modal } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import type { Moment } from '../timeline.ts';
import { useLanguage } from './language.tsx';
import { TEXTS, WITHHELD } from './texts.ts';

/** What the care system showed at a moment, small and when it is pressed large; a picture shows who it was. */
export function PictureOf({
  moment: { picture, text },
  hidesNames,
}: {
  readonly moment: Moment;
  readonly hidesNames: boolean;
}): ReactNode {
  const { say } = useLanguage();
  const [isLarge, setLarge] = useState(false);
  if (picture === undefined) return null;
  const why =
    'withheld' in picture ? WITHHELD[picture.withheld] : hidesNames ? TEXTS.pictureHidden : undefined;
  if (why !== undefined || 'withheld' in picture)
    return (
      <BodyShort size="small" className="no-picture">
        {say(why ?? TEXTS.pictureHidden)}
      </BodyShort>
    );
  const [address, title] = [`/pictures/${picture.id}`, `${say(TEXTS.picture)}: ${say(text)}`];
  return (
    <>
      <button type="button" className="picture" aria-haspopup="dialog" onClick={() => setLarge(true)}>
        <img src={address} alt={title} loading="lazy" />
      </button>
      {isLarge && (
        <Modal
          open
          onClose={() => setLarge(false)}
          header={{ heading: title, size: 'small', closeButton: false }}
          width="90rem"
          portal
        >
          <Modal.Body>
            <img className="large-picture" src={address} alt={title} />
          </Modal.Body>
          <Modal.Footer>
            <Button onClick={() => setLarge(false)}>{say(TEXTS.close)}</Button>
          </Modal.Footer>
        </Modal>
      )}
    </>
  );
}
