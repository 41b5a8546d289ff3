/** '37,1' */
export const decimal = (value: number): string => String(value).replace('.', ',');

/** '600 mg', '4,1 mmol/L' */
export const amount = (value: number, unit: string): string => `${decimal(value)} ${unit}`;

/** What the pages show where there is nothing to tell. */
const NOTHING = '–';

export const isShown = (cell: string | undefined): boolean =>
  cell !== undefined && cell !== '' && cell !== NOTHING;
