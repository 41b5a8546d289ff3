/** What a modality is told of one examination that it is to do: an entry of the worklist. */
export interface WorklistEntry {
  readonly accession: string;
  readonly patientId: string;
  /** As DICOM writes it: 'Öström^Åsa'. */
  readonly patientName: string;
  readonly studyUid: string;
  readonly description: string;
}

/** What a modality has made: one picture of one study, with what it believes of the patient. */
export type Study = WorklistEntry;

/** A modality of the imaging department, as a robot works it. */
export interface Modality {
  /** What the worklist has for one accession number. */
  worklist(accession: string): Promise<readonly WorklistEntry[]>;
  /** Stores a study in the archive; rejects when the archive does not take it. */
  store(study: Study): Promise<void>;
}

/** Where the archive is: 'dicom://127.0.0.1:4242/ORTHANC', and what the robot calls itself there. */
export interface DicomNode {
  readonly host: string;
  readonly port: number;
  readonly title: string;
  readonly callingTitle: string;
}

/** An application entity title is at most 16 characters (DICOM PS3.5, VR AE). */
const ADDRESS = /^dicom:\/\/([\w.-]+):(\d{1,5})\/([\w -]{1,16})$/;

/** @returns undefined for what is no such address */
export function dicomNode(address: string, callingTitle: string): DicomNode | undefined {
  const [, host, port, title] = ADDRESS.exec(address) ?? [];
  if (host === undefined || title === undefined) return undefined;
  return { host, port: Number(port), title, callingTitle };
}
