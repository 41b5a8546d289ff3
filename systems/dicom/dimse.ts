import dcmjsDimse from 'dcmjs-dimse';
import { SystemError } from '../care-system.ts';
import type { DicomNode, Modality, Study, WorklistEntry } from './modality.ts';
import { pictureOf } from './picture.ts';

const { Client, Dataset, constants, log, requests } = dcmjsDimse;
const { CFindRequest, CStoreRequest } = requests;

/** DICOM PS3.4, annex B.5: CT Image Storage. */
const CT_IMAGE = '1.2.840.10008.5.1.4.1.1.2';
const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';

/** Nothing of what it says belongs on a terminal. */
log.setLevel('silent');

/** A modality that speaks DICOM with one archive: C-FIND of its worklist, C-STORE of what it has made. */
export function dimseModality(node: DicomNode): Modality {
  return {
    async worklist(accession) {
      const request = CFindRequest.createWorklistFindRequest({
        SpecificCharacterSet: 'ISO_IR 192',
        AccessionNumber: accession,
        PatientID: '',
        PatientName: '',
        StudyInstanceUID: '',
        RequestedProcedureDescription: '',
        // dcmjs-dimse 0.3.3 asks for it with nothing, which it writes as 0: an entry that does not say 0 is not found.
        PregnancyStatus: undefined,
        ScheduledProcedureStepSequence: [{ Modality: 'CT', ScheduledStationAETitle: '' }],
      });
      const found: WorklistEntry[] = [];
      request.on('response', (response) => {
        const dataset = response.getDataset();
        if (response.getStatus() === constants.Status.Pending && dataset !== undefined)
          found.push(entryIn(dataset.getElements()));
      });
      await sent(node, request);
      return found;
    },

    async store(study) {
      const request = new CStoreRequest(instanceOf(study));
      let status: number | undefined;
      request.on('response', (response) => {
        status = response.getStatus();
      });
      await sent(node, request);
      if (status === constants.Status.Success) return;
      throw new SystemError(
        'broken-answer',
        `Bildarkivet ${node.title} tog inte emot undersökningen (DICOM-status ${status === undefined ? 'saknas' : `0x${status.toString(16)}`}).`,
      );
    },
  };
}

type Elements = Readonly<Record<string, unknown>>;

const entryIn = (elements: Elements): WorklistEntry => ({
  accession: textIn(elements.AccessionNumber),
  patientId: textIn(elements.PatientID),
  patientName: textIn(elements.PatientName),
  studyUid: textIn(elements.StudyInstanceUID),
  description: textIn(elements.RequestedProcedureDescription),
});

/** A value alone, the first of several, or a person's name in its alphabetic form. */
function textIn(value: unknown): string {
  if (Array.isArray(value)) return textIn(value[0]);
  if (typeof value === 'object' && value !== null) return textIn(Reflect.get(value, 'Alphabetic'));
  return value === undefined || value === null ? '' : String(value).trim();
}

/** One axial picture with all that DICOM asks of a CT image (PS3.3, A.3). */
function instanceOf({ accession, patientId, patientName, studyUid, description }: Study) {
  const now = new Date().toISOString();
  const [day, time] = [now.slice(0, 10).replaceAll('-', ''), now.slice(11, 19).replaceAll(':', '')];
  const { rows, columns, pixels } = pictureOf(`${patientName} ${patientId}`);
  return new Dataset(
    {
      SpecificCharacterSet: 'ISO_IR 192',
      SOPClassUID: CT_IMAGE,
      SOPInstanceUID: `${studyUid}.1.1`,
      StudyInstanceUID: studyUid,
      SeriesInstanceUID: `${studyUid}.1`,
      PatientID: patientId,
      PatientName: patientName,
      AccessionNumber: accession,
      StudyDescription: description,
      StudyDate: day,
      StudyTime: time,
      Modality: 'CT',
      SeriesNumber: '1',
      InstanceNumber: '1',
      ImageType: ['ORIGINAL', 'PRIMARY', 'AXIAL'],
      SamplesPerPixel: 1,
      PhotometricInterpretation: 'MONOCHROME2',
      Rows: rows,
      Columns: columns,
      BitsAllocated: 8,
      BitsStored: 8,
      HighBit: 7,
      PixelRepresentation: 0,
      RescaleIntercept: '0',
      RescaleSlope: '1',
      WindowCenter: '128',
      WindowWidth: '256',
      PixelData: [pixels.buffer],
      _vrMap: { PixelData: 'OB' },
    },
    EXPLICIT_LITTLE_ENDIAN,
  );
}

/** Sends one request over an association of its own, and waits until it is released. */
function sent(
  node: DicomNode,
  request: InstanceType<typeof CFindRequest | typeof CStoreRequest>,
): Promise<void> {
  const client = new Client();
  client.addRequest(request);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const unreachable = (why: string): void =>
    reject(
      new SystemError(
        'unreachable',
        `Bildarkivet ${node.host}:${node.port} (${node.title}) svarar inte: ${why}.`,
      ),
    );
  client.on('networkError', (error: Error) => unreachable(error.message));
  client.on('associationRejected', () => unreachable('det nekar röntgenapparaten att koppla upp sig'));
  client.on('closed', () => resolve());
  client.send(node.host, node.port, node.callingTitle, node.title);
  return promise;
}
