import dcmjs from 'dcmjs';
import { MODALITY } from './orthanc.ts';

/** One examination that a modality is to do. */
export interface Scheduled {
  readonly accession: string;
  readonly studyUid: string;
  readonly patient: {
    readonly number: string;
    readonly family: string;
    readonly given: string;
    /** YYYY-MM-DD, or '' */
    readonly birthDate: string;
    readonly sex: 'F' | 'M' | 'O';
  };
  /** 'DT hjärna' */
  readonly description: string;
  readonly modality: string;
  /** ISO 8601 */
  readonly at: string;
}

/** DICOM PS3.4, annex K: Modality Worklist Information Model – FIND. */
const WORKLIST = '1.2.840.10008.5.1.4.31';
const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
/** Genrep's own, under 2.25, which needs no registration. */
const IMPLEMENTATION = '2.25.311817193713221';

/** An entry of a modality's worklist as a DICOM file. */
export function worklistFile({
  accession,
  studyUid,
  patient,
  description,
  modality,
  at,
}: Scheduled): Uint8Array {
  const { DicomDict, DicomMetaDictionary } = dcmjs.data;
  const { number, family, given, birthDate, sex } = patient;
  const [day = '', time = ''] = at.slice(0, 19).replaceAll(/[-:]/g, '').split('T');
  const meta = DicomMetaDictionary.denaturalizeDataset({
    FileMetaInformationVersion: new Uint8Array([0, 1]).buffer,
    MediaStorageSOPClassUID: WORKLIST,
    MediaStorageSOPInstanceUID: studyUid,
    TransferSyntaxUID: EXPLICIT_LITTLE_ENDIAN,
    ImplementationClassUID: IMPLEMENTATION,
  });
  const file = new DicomDict(meta);
  file.dict = DicomMetaDictionary.denaturalizeDataset({
    SpecificCharacterSet: 'ISO_IR 192',
    AccessionNumber: accession,
    PatientName: `${family}^${given}`,
    PatientID: number,
    PatientBirthDate: birthDate.replaceAll('-', ''),
    PatientSex: sex,
    StudyInstanceUID: studyUid,
    RequestedProcedureDescription: description,
    RequestedProcedureID: accession,
    ScheduledProcedureStepSequence: [
      {
        Modality: modality,
        ScheduledStationAETitle: MODALITY,
        ScheduledProcedureStepStartDate: day,
        ScheduledProcedureStepStartTime: time,
        ScheduledProcedureStepDescription: description,
        ScheduledProcedureStepID: accession,
      },
    ],
  });
  return new Uint8Array(file.write());
}
