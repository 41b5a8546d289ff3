import type { ReactNode } from 'react';
import { type Language, useLanguage } from '../texts/language.tsx';

const LOCALES: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

/** A point in time as people at the unit read it. */
export function Moment({ at }: { readonly at: string | undefined }): ReactNode {
  const { language } = useLanguage();
  if (at === undefined) return '–';
  const time = new Date(at).toLocaleString(LOCALES[language], {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return <time dateTime={at}>{time}</time>;
}
