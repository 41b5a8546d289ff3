import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findOrthanc, OrthancMissing } from './orthanc.ts';

const root = mkdtempSync(path.join(tmpdir(), 'genrep-orthanc-'));
afterAll(() => rmSync(root, { recursive: true }));

it('is told in one sentence, with what to do, where Orthanc is not there', () => {
  const find = () => findOrthanc({ GENREP_ORTHANC: path.join(root, 'finns-inte') });
  expect(find).toThrow(OrthancMissing);
  expect(find).toThrow(/Orthanc finns inte på datorn.*apt|installera Debians paket/);
});

it('is found where it was unpacked, with its plugins beside it', () => {
  const program = path.join(root, 'usr/sbin/Orthanc');
  const plugins = path.join(root, 'usr/share/orthanc/plugins');
  for (const folder of [path.dirname(program), plugins]) mkdirSync(folder, { recursive: true });
  for (const plugin of ['libModalityWorklists.so', 'libOrthancDicomWeb.so'])
    writeFileSync(path.join(plugins, plugin), '');
  writeFileSync(program, '');
  expect(findOrthanc({ GENREP_ORTHANC: program })).toEqual({
    program,
    plugins: [path.join(plugins, 'libModalityWorklists.so'), path.join(plugins, 'libOrthancDicomWeb.so')],
  });
});
