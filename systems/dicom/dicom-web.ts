import { SystemError } from '../care-system.ts';
import type { Account } from '../driver/account.ts';
import type { Exchange } from '../fhir-r4/exchange.ts';

/** DICOM PS3.6: (0010,0020) Patient ID. */
const PATIENT_ID = '00100020';

/** DICOM JSON (PS3.18, annex F): each attribute by its tag. */
type DicomJson = Readonly<Record<string, { readonly Value?: readonly unknown[] } | undefined>>;

/**
 * Whose study the archive says that this is, asked as one signed-in person (QIDO-RS, PS3.18 10.6); undefined when the archive
 * shows no such study to them.
 * @param base address of the DICOMweb service, on the host of the record
 */
export async function patientOfStudy(
  exchange: Exchange,
  account: Account,
  base: string,
  studyUid: string,
): Promise<string | undefined> {
  const response = await exchange(account, {
    method: 'GET',
    address: `${base.replace(/\/+$/, '')}/studies?StudyInstanceUID=${encodeURIComponent(studyUid)}`,
    headers: { accept: 'application/dicom+json' },
    name: 'GET dicom-web/studies',
  });
  if (response.status === 204 || response.status === 404 || response.status === 403) return undefined;
  if (response.status !== 200)
    throw new SystemError('broken-answer', `Bildarkivet svarar ${response.status} på en sökning (QIDO-RS).`);
  const [study] = response.json() as readonly DicomJson[];
  const [patient] = study?.[PATIENT_ID]?.Value ?? [];
  return patient === undefined ? undefined : String(patient);
}
