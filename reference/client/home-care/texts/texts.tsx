import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { en } from './en.ts';
import { sv, type Texts } from './sv.ts';

export const LANGUAGES = { sv: 'Svenska', en: 'English' } as const;
export type Language = keyof typeof LANGUAGES;

const TEXTS: Readonly<Record<Language, Texts>> = { sv, en };
const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };
const REMEMBERED = 'genrep.language';

interface LanguageChoice {
  readonly language: Language;
  readonly texts: Texts;
  choose(language: Language): void;
}

const Choice = createContext<LanguageChoice | null>(null);

/** Swedish until the user has chosen otherwise on this device. */
export function TextsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, choose] = useState<Language>(() =>
    localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'sv',
  );
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(REMEMBERED, language);
  }, [language]);
  const choice = useMemo(() => ({ language, texts: TEXTS[language], choose }), [language]);
  return <Choice value={choice}>{children}</Choice>;
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(Choice);
  if (choice === null) throw new Error('useLanguage needs a TextsProvider around it.');
  return choice;
}

export const useTexts = (): Texts => useLanguage().texts;

/** Says points in time as people on the round read them: '08:05', and the day where it is another. */
export function useClock(): (at: string | undefined) => string {
  const { language } = useLanguage();
  return (at) => {
    if (at === undefined) return '–';
    const time = new Date(at);
    const isToday = time.toDateString() === new Date().toDateString();
    const day: Intl.DateTimeFormatOptions = isToday ? {} : { day: 'numeric', month: 'short' };
    return time.toLocaleString(LOCALES[language], {
      ...{ timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' },
      ...day,
    });
  };
}

const MINUTE = 60_000;

/** '2 h 10 min': how old something is. */
export function useAge(): (milliseconds: number) => string {
  const { ago } = useTexts();
  return (milliseconds) => {
    const minutes = Math.max(0, Math.floor(milliseconds / MINUTE));
    if (minutes < 60) return ago.minutes(minutes);
    if (minutes < 24 * 60) return ago.hours(Math.floor(minutes / 60), minutes % 60);
    return ago.days(Math.floor(minutes / (24 * 60)));
  };
}
