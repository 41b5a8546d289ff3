import { ToggleGroup } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { LANGUAGES, type Language, useLanguage } from '../texts/language.tsx';

export function LanguageSwitch(): ReactNode {
  const { language, choose, texts } = useLanguage();
  return (
    <ToggleGroup
      size="small"
      aria-label={texts.frame.language}
      value={language}
      onChange={(chosen) => choose(chosen as Language)}
    >
      {Object.entries(LANGUAGES).map(([key, name]) => (
        <ToggleGroup.Item key={key} value={key} lang={key}>
          {name}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup>
  );
}
