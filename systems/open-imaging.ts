import { InputError } from '../domain/input-error.ts';
import { dicomNode } from './dicom/modality.ts';
import type { ImagingParts } from './fhir-r4/workstation.ts';
import type { SystemProfile } from './profile.ts';

/**
 * A modality of the archive that a completed profile names; undefined where it names none. What speaks DICOM is only loaded
 * where there is somebody to speak with. Throws InputError for an address that is none.
 */
export async function openImaging({ imaging }: SystemProfile): Promise<ImagingParts | undefined> {
  if (imaging === undefined) return undefined;
  const { dicom, callingTitle = 'GENREPCT', dicomWeb } = imaging;
  const node = dicomNode(dicom, callingTitle);
  if (node === undefined) {
    throw new InputError(
      `"imaging.dicom" är "${dicom}"; väntat dicom://VÄRD:PORT/TITEL, till exempel dicom://127.0.0.1:4242/ORTHANC.`,
    );
  }
  const { dimseModality } = await import('./dicom/dimse.ts');
  return { modality: dimseModality(node), dicomWeb };
}
