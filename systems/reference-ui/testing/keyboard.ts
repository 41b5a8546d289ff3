import type { Page } from 'playwright';

/** What a page looks like to somebody who only has keys: which controls of its forms Tab comes to, and which take keys. */
export interface KeyboardWalk {
  /** 'Ordinera prov: Prov' */
  readonly reached: readonly string[];
  readonly deaf: readonly string[];
}

/** A control as the page names it, for both who looks for it and who comes to it; runs in the page. */
const NAMED = `(control) => {
  const form = control.closest('form[aria-label]');
  const label = control.type === 'radio'
    ? control.name
    : (control.labels?.[0]?.textContent ?? control.getAttribute('aria-label') ?? control.textContent ?? '').trim();
  return form.getAttribute('aria-label') + ': ' + label;
}`;

const CONTROLS = 'form[aria-label] :is(input, select, textarea, button):not([disabled], [tabindex="-1"])';

/** Every control of every form on the page, by name. */
export const controlsOn = (page: Page): Promise<string[]> =>
  page.evaluate(
    `[...new Set([...document.querySelectorAll('${CONTROLS.replaceAll("'", "\\'")}')]
      .filter((control) => control.getClientRects().length > 0).map(${NAMED}))]`,
  );

/** The control of a form that has the focus; undefined when it is elsewhere. */
const focused = (page: Page): Promise<{ name: string; kind: string; state: string } | undefined> =>
  page.evaluate(`(() => {
    const control = document.activeElement;
    if (!control?.matches('${CONTROLS.replaceAll("'", "\\'")}')) return undefined;
    const kind = ['radio', 'time'].includes(control.type) ? control.type : control.tagName.toLowerCase();
    const chosen = control.closest('form').querySelector('input[name="' + control.name + '"]:checked');
    const state = kind === 'radio' ? (chosen?.value ?? '') : (control.value ?? '');
    return { name: (${NAMED})(control), kind, state };
  })()`);

/** The keys that change a control of a kind, and those that change it back. */
const KEYS: Readonly<
  Record<string, { readonly change: readonly string[]; readonly back: readonly string[] }>
> = {
  input: { change: ['1'], back: ['Backspace'] },
  time: { change: ['1', '0', '3', '4', 'a'], back: [] },
  textarea: { change: ['1'], back: ['Backspace'] },
  select: { change: ['ArrowDown'], back: ['ArrowUp'] },
  radio: { change: ['ArrowDown'], back: ['ArrowUp'] },
};

/** More than there are on any page. */
const MOST = 300;

/** Goes through the page by Tab from its beginning, trying a key in each control; leaves everything as it was. */
export async function walkByKeys(
  page: Page,
  hasChoice: (name: string) => Promise<boolean>,
): Promise<KeyboardWalk> {
  await page.evaluate('document.querySelector(".skip-link").focus()');
  const reached = new Set<string>();
  const asked = new Set<string>();
  const heard = new Set<string>();
  for (let pressed = 0; pressed < MOST; pressed++) {
    await page.keyboard.press('Tab');
    const control = await focused(page);
    if (control === undefined) {
      if (reached.size > 0 && (await page.evaluate('document.activeElement === document.body'))) break;
      continue;
    }
    const { name, kind, state } = control;
    reached.add(name);
    const keys = KEYS[kind];
    if (keys === undefined || (kind === 'select' && !(await hasChoice(name)))) continue;
    asked.add(name);
    for (const key of keys.change) await page.keyboard.press(key);
    // A time has a part for hours and one for minutes: Tab comes to it more than once.
    if ((await focused(page))?.state !== state) heard.add(name);
    for (const key of keys.back) await page.keyboard.press(key);
  }
  return { reached: [...reached], deaf: [...asked].filter((name) => !heard.has(name)) };
}

/** Presses a key until what has the focus is called so; an error when it is never come to. */
export async function pressTo(page: Page, key: string, name: string): Promise<void> {
  for (let pressed = 0; pressed < MOST; pressed++) {
    await page.keyboard.press(key);
    if ((await page.evaluate(FOCUSED_NAME)) === name) return;
  }
  throw new Error(`”${key}” never comes to ”${name}”.`);
}

const FOCUSED_NAME = `(() => {
  const element = document.activeElement;
  const label = element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent ?? element?.textContent;
  return (label ?? '').trim();
})()`;
