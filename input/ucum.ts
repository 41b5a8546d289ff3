import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface Ucum {
  validateUnitString(
    unit: string,
    suggest?: boolean,
  ): {
    readonly status: string;
    readonly ucumCode: string | null;
    readonly suggestions?: readonly { readonly units: readonly (readonly [code: string, ...unknown[]])[] }[];
  };
}

/** The table of all units takes longer to read than most files that are checked by it: these need none. */
export const EVERYDAY_UNITS: ReadonlySet<string> = new Set([
  ...['g', 'mg', 'ug', 'ng', 'kg', 'mL', 'L', 'mmol', '%', '1', '/min', 'mm[Hg]', 'Cel', '[IU]'],
  ...[
    'g/L',
    'mg/L',
    'ug/L',
    'ng/L',
    'mol/L',
    'mmol/L',
    'umol/L',
    'nmol/L',
    'pmol/L',
    'mmol/mol',
    '10*9/L',
    '10*12/L',
    'ukat/L',
    'mL/min/{1.73_m2}',
  ],
]);

function tables(): Ucum {
  const { UcumLhcUtils } = require('@lhncbc/ucum-lhc') as {
    readonly UcumLhcUtils: { getInstance(): Ucum };
  };
  return UcumLhcUtils.getInstance();
}

/** Whether a unit is UCUM, to the letter; 'mg/L FEU' and 'mmHg' are not, 'mg/L{FEU}' and 'mm[Hg]' are. */
export function isUcum(unit: string): boolean {
  if (EVERYDAY_UNITS.has(unit)) return true;
  // What has a blank in it is told on the console by the library before it is refused.
  if (/\s/.test(unit)) return false;
  const { status, ucumCode } = tables().validateUnitString(unit);
  return status === 'valid' && ucumCode === unit;
}

/** The UCUM unit that was meant, where it can be guessed. */
export function ucumNear(unit: string): string | undefined {
  const [amount = '', ...annotation] = unit.trim().split(/\s+/);
  const annotated = `${amount}{${annotation.join('_')}}`;
  if (annotation.length > 0) return isUcum(annotated) ? annotated : undefined;
  const [suggestion] = tables().validateUnitString(unit, true).suggestions ?? [];
  return suggestion?.units[0]?.[0];
}
