import { type ReactNode, useEffect, useState } from 'react';
import { useSession } from '../session/session.tsx';
import { useLanguage } from '../texts/language.tsx';

/** DICOM PS3.6: tags of what is shown beside a picture. */
const TAG = { patientId: '00100020', series: '0020000E', instance: '00080018' } as const;

type DicomJson = Readonly<Record<string, { readonly Value?: readonly unknown[] } | undefined>>;

interface Picture {
  readonly patientId: string;
  /** An object URL. */
  readonly source: string;
}

const WORDS = {
  sv: {
    alt: 'Bild',
    patient: 'Patient i bildarkivet:',
    waits: 'Hämtar bilden …',
    none: 'Bildarkivet visar ingen bild.',
  },
  en: {
    alt: 'Picture',
    patient: 'Patient in the archive:',
    waits: 'Fetching …',
    none: 'The archive shows no picture.',
  },
} as const;

/** The first picture of a study, as the archive renders it (WADO-RS), and whose the archive says that it is. */
export function StudyPicture({ uid }: { readonly uid: string }): ReactNode {
  const { fhir } = useSession();
  const { language } = useLanguage();
  const t = WORDS[language];
  const [picture, setPicture] = useState<Picture | 'none'>();

  useEffect(() => {
    const leaving = new AbortController();
    pictureOf(uid.replace('urn:oid:', ''), (path, accept) => fhir.archive(path, accept, leaving.signal))
      .then(setPicture)
      .catch(() => {
        if (!leaving.signal.aborted) setPicture('none');
      });
    return () => leaving.abort();
  }, [uid, fhir]);

  if (picture === undefined) return t.waits;
  if (picture === 'none') return t.none;
  return (
    <figure className="study-picture">
      <img src={picture.source} alt={`${t.alt} ${picture.patientId}`} />
      <figcaption>
        {t.patient} {picture.patientId}
      </figcaption>
    </figure>
  );
}

async function pictureOf(
  uid: string,
  ask: (path: string, accept: string) => Promise<Response>,
): Promise<Picture | 'none'> {
  const found = await ask(`studies/${uid}/instances`, 'application/dicom+json');
  if (found.status !== 200) return 'none';
  const [instance]: readonly DicomJson[] = await found.json();
  const said = (tag: string): string => String(instance?.[tag]?.Value?.[0] ?? '');
  const rendered = await ask(
    `studies/${uid}/series/${said(TAG.series)}/instances/${said(TAG.instance)}/rendered`,
    'image/png',
  );
  if (rendered.status !== 200) return 'none';
  return { patientId: said(TAG.patientId), source: URL.createObjectURL(await rendered.blob()) };
}
