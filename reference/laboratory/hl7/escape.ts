const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\E\\',
  '|': '\\F\\',
  '^': '\\S\\',
  '&': '\\T\\',
  '~': '\\R\\',
  '\n': '\\.br\\',
};
const MEANINGS = new Map(Object.entries(ESCAPES).map(([character, sequence]) => [sequence, character]));

const hexadecimal = (character: string): string =>
  `\\X${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}\\`;

/** Text as it may stand in a field: HL7 v2.5 chapter 2.7. Line feeds become `\.br\`, other controls `\Xhh\`. */
export const escapeText = (text: string): string =>
  text.replace(/[\\|^&~\p{Cc}]/gu, (character) => ESCAPES[character] ?? hexadecimal(character));

/** The text that {@link escapeText} was given; sequences of highlighting and the like are left as they stand. */
export const unescapeText = (field: string): string =>
  field.replace(/\\(?:[EFSTR]|\.br|X(?:[0-9A-Fa-f]{2})+)\\/g, (sequence) => {
    const meaning = MEANINGS.get(sequence);
    return meaning ?? Buffer.from(sequence.slice(2, -1), 'hex').toString('latin1');
  });
