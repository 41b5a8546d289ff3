import type { ProviderProps } from '@navikt/ds-react';

/** Swedish for the few words that the component library itself says. */
export const akselSwedish: ProviderProps['translations'] = {
  global: {
    showMore: 'Visa mer',
    showLess: 'Visa mindre',
    readOnly: 'Kan inte ändras',
    close: 'Stäng',
    error: 'Fel',
    info: 'Information',
    success: 'Klart',
    warning: 'Varning',
    announcement: 'Meddelande',
  },
  Loader: { title: 'Väntar …' },
  Search: { clear: 'Töm fältet', search: 'Sök' },
  Textarea: {
    maxLength: 'Textfält med plats för {maxLength} tecken.',
    charsTooMany: '{chars} tecken för mycket',
    charsLeft: '{chars} tecken kvar',
  },
};
