/** One thing that a reader does, or looks for, on a page of the reference environment. */
export type Instruction =
  | { readonly do: 'open' | 'enter' | 'stop' }
  | { readonly do: 'press'; readonly name: string; readonly inMenu: boolean; readonly row?: string }
  | { readonly do: 'press-first-link'; readonly table: string }
  | { readonly do: 'write' | 'choose'; readonly value: string; readonly name: string }
  | { readonly do: 'write-password'; readonly name: string }
  | { readonly do: 'see' | 'see-struck-through'; readonly name: string };

const BOLD = String.raw`\*\*(?<NAME>[^*]+)\*\*`;
const bold = (name: string): string => BOLD.replace('NAME', name);

/** How the page says each thing, in the order in which they are tried. */
const SAYINGS = [
  '(?<open>öppna adressen)',
  '(?<enter>tryck på Retur)',
  '(?<stop>Ctrl-C)',
  `tryck på det översta ordernumret i tabellen ${bold('table')}`,
  `(?:tryck på|och sedan på) ${bold('press')}(?<inMenu> i huvudmenyn)?(?: på raden ${bold('row')})?`,
  `skriv lösenordet i ${bold('password')}`,
  `(?<verb>skriv |välj )?\`(?<value>[^\`]+)\` i ${bold('field')}`,
  `genomstruken under ${bold('struck')}`,
  bold('seen'),
];
const SAYING = new RegExp(SAYINGS.join('|'), 'gi');

/** What a step says, in order. Whatever is bold and is not done something with is to be seen. */
export function instructionsIn(step: string): Instruction[] {
  let verb = 'skriv';
  return [...step.matchAll(SAYING)].map(({ groups = {} }): Instruction => {
    const { table, press, row, password, value = '', field, struck, seen = '' } = groups;
    verb = groups.verb?.trim().toLowerCase() ?? verb;
    if (groups.open !== undefined) return { do: 'open' };
    if (groups.enter !== undefined) return { do: 'enter' };
    if (groups.stop !== undefined) return { do: 'stop' };
    if (table !== undefined) return { do: 'press-first-link', table };
    if (press !== undefined) {
      const inMenu = groups.inMenu !== undefined;
      return { do: 'press', name: press, inMenu, ...(row === undefined ? {} : { row }) };
    }
    if (password !== undefined) return { do: 'write-password', name: password };
    if (field !== undefined) return { do: verb === 'välj' ? 'choose' : 'write', value, name: field };
    if (struck !== undefined) return { do: 'see-struck-through', name: struck };
    return { do: 'see', name: seen };
  });
}
