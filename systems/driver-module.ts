import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '../domain/input-error.ts';
import type { CareSystem } from './care-system.ts';
import type { OpenOptions } from './open-system.ts';

/** Opens a driver, not yet connected; what a driver module exports as `openDriver`. */
export type OpenDriver = (options: OpenOptions) => CareSystem | Promise<CareSystem>;

/** Whether a profile names its driver by a file of its own. */
export const isDriverFile = (driver: string): boolean => /^\.{0,2}\//.test(driver) || path.isAbsolute(driver);

/** @throws InputError when there is no such file, or it opens no driver */
export async function driverIn(file: string): Promise<OpenDriver> {
  if (!existsSync(file)) {
    throw new InputError(`Det finns ingen drivrutin ${file}; rätta "driver" i systemprofilen.`);
  }
  const { openDriver }: { readonly openDriver?: unknown } = await import(pathToFileURL(file).href);
  if (isOpenDriver(openDriver)) return openDriver;
  throw new InputError(
    'Drivrutinen saknar exporten openDriver; skriv "export function openDriver(options) { … }".',
    {
      file,
    },
  );
}

const isOpenDriver = (value: unknown): value is OpenDriver => typeof value === 'function';
