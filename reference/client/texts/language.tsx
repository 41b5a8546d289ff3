import { Provider } from '@navikt/ds-react';
import { en as akselEnglish } from '@navikt/ds-react/locales';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { akselSwedish } from './aksel-sv.ts';
import { en } from './en.ts';
import { sv, type Texts } from './sv.ts';

export const LANGUAGES = { sv: 'Svenska', en: 'English' } as const;
export type Language = keyof typeof LANGUAGES;

const TEXTS: Record<Language, Texts> = { sv, en };
const REMEMBERED = 'genrep.language';

interface LanguageChoice {
  readonly language: Language;
  readonly texts: Texts;
  choose(language: Language): void;
}

const Choice = createContext<LanguageChoice | null>(null);

/** Swedish until the user has chosen otherwise on this computer. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'sv',
  );
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(REMEMBERED, language);
  }, [language]);
  const choice = useMemo(() => ({ language, texts: TEXTS[language], choose: setLanguage }), [language]);
  return (
    <Choice value={choice}>
      <Provider locale={akselEnglish} {...(language === 'sv' ? { translations: akselSwedish } : {})}>
        {children}
      </Provider>
    </Choice>
  );
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(Choice);
  if (choice === null) throw new Error('useLanguage needs a LanguageProvider around it.');
  return choice;
}

export const useTexts = (): Texts => useLanguage().texts;
