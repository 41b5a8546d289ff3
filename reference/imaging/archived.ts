import type { Pool } from 'undici';

/** A study as the archive has it. */
export interface Archived {
  readonly studyUid: string;
  readonly accession: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly description: string;
  readonly series: readonly {
    readonly uid: string;
    readonly modality: string;
    readonly instances: readonly string[];
  }[];
}

type Tags = Readonly<Record<string, string | undefined>>;

interface Change {
  readonly ChangeType: string;
  readonly ID: string;
  readonly Seq: number;
}

/** Orthanc's own REST interface, whose numbers of studies are no UIDs of DICOM. */
async function ask<T>(http: Pool, path: string): Promise<T> {
  const { statusCode, body } = await http.request({ method: 'GET', path });
  if (statusCode === 200) return (await body.json()) as T;
  throw new Error(`Orthanc svarade ${statusCode} på ${path}: ${await body.text()}`);
}

/** What has arrived and come to rest after a change: Orthanc's numbers of the studies, and where to go on. */
export async function arrivedSince(
  http: Pool,
  since: number,
): Promise<{ readonly studies: readonly string[]; readonly last: number; readonly isAll: boolean }> {
  const { Changes, Done, Last } = await ask<{ Changes: readonly Change[]; Done: boolean; Last: number }>(
    http,
    `/changes?since=${since}&limit=100`,
  );
  const studies = Changes.filter(({ ChangeType }) => ChangeType === 'StableStudy').map(({ ID }) => ID);
  return { studies: [...new Set(studies)], last: Last, isAll: Done };
}

export async function archivedStudy(http: Pool, id: string): Promise<Archived> {
  const study = await ask<{ MainDicomTags: Tags; PatientMainDicomTags: Tags; Series: readonly string[] }>(
    http,
    `/studies/${id}`,
  );
  const series = await Promise.all(
    study.Series.map(async (each) => {
      const { MainDicomTags } = await ask<{ MainDicomTags: Tags }>(http, `/series/${each}`);
      const instances = await ask<readonly { MainDicomTags: Tags }[]>(http, `/series/${each}/instances`);
      return {
        uid: MainDicomTags.SeriesInstanceUID ?? '',
        modality: MainDicomTags.Modality ?? 'OT',
        instances: instances.map(({ MainDicomTags: tags }) => tags.SOPInstanceUID ?? ''),
      };
    }),
  );
  return {
    studyUid: study.MainDicomTags.StudyInstanceUID ?? '',
    accession: study.MainDicomTags.AccessionNumber ?? '',
    description: study.MainDicomTags.StudyDescription ?? '',
    patientId: study.PatientMainDicomTags.PatientID ?? '',
    patientName: study.PatientMainDicomTags.PatientName ?? '',
    series,
  };
}
