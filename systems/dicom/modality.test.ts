import { expect, it } from 'vitest';
import { dicomNode } from './modality.ts';

it('reads the address of an archive', () => {
  expect(dicomNode('dicom://127.0.0.1:4242/ORTHANC', 'GENREPCT')).toEqual({
    host: '127.0.0.1',
    port: 4242,
    title: 'ORTHANC',
    callingTitle: 'GENREPCT',
  });
});

it.each([
  'http://127.0.0.1:4242/ORTHANC',
  'dicom://127.0.0.1/ORTHANC',
  'dicom://a:1/EN-TITEL-SOM-AR-FOR-LANG',
])('takes nothing else for one: %s', (address) => {
  expect(dicomNode(address, 'GENREPCT')).toBeUndefined();
});
