import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Bilingual, Language } from '../../../pages/bilingual.ts';

interface Speaking {
  readonly language: Language;
  /** The text in the language of the page. */
  readonly say: (text: Bilingual) => string;
  readonly turn: () => void;
}

const Context = createContext<Speaking | null>(null);

/** Swedish until the page is turned. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState<Language>('sv');
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speaking: Speaking = {
    language,
    say: (text) => text[language],
    turn: () => setLanguage(language === 'sv' ? 'en' : 'sv'),
  };
  return <Context value={speaking}>{children}</Context>;
}

export function useLanguage(): Speaking {
  const speaking = useContext(Context);
  if (speaking === null) throw new Error('useLanguage needs a LanguageProvider around it.');
  return speaking;
}
