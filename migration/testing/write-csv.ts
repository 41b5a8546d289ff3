import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openEngine, quoted } from '../engine.ts';

/** Writes some of a population as a region might export it: codes of its own, local times without a zone, decimal commas. */
export async function writeCsv(population: string, folder: string): Promise<void> {
  await mkdir(folder);
  const engine = await openEngine({ memory: 300, threads: 1 });
  const write = (file: string, type: string, columns: string, rest = '') =>
    engine.run(`COPY (SELECT ${columns} FROM read_json(${quoted(path.join(population, 'shard-*', `${type}.ndjson`))},
      format = 'newline_delimited', auto_detect = false, columns = {j: 'JSON'}, records = false) ${rest})
      TO ${quoted(path.join(folder, file))} (HEADER, DELIMITER ';')`);
  const text = (at: string, name: string) => `j ->> '$.${at}' AS ${name}`;
  const coded = (at: string, name: string, codes: Readonly<Record<string, string>>) =>
    `CASE j ->> '$.${at}' ${Object.entries(codes)
      .map(([from, to]) => `WHEN '${from}' THEN '${to}'`)
      .join(' ')} ELSE j ->> '$.${at}' END AS ${name}`;
  const local = (at: string, name: string) =>
    `strftime(timezone('Europe/Stockholm', CAST(j ->> '$.${at}' AS TIMESTAMPTZ)), '%Y-%m-%d %H:%M') AS ${name}`;
  const comma = (at: string, name: string) => `replace(j ->> '$.${at}', '.', ',') AS ${name}`;
  try {
    await write(
      'personer.csv',
      'Patient',
      `${text('id', 'PATIENTID')}, ${text('identifier[0].value', 'PERSONNUMMER')}, ${text('name[0].family', 'EFTERNAMN')},
       ${text('name[0].given[0]', 'FORNAMN')}, ${text('birthDate', 'FODELSEDATUM')}, ${coded('gender', 'KON', { female: 'K', male: 'M' })},
       CASE WHEN j ->> '$.deceasedDateTime' IS NULL THEN 'N' ELSE 'J' END AS AVLIDEN,
       CASE WHEN j ->> '$.meta.security[0].code' IS NULL THEN '' ELSE 'J' END AS SEKRETESS`,
    );
    await engine.run(`CREATE TABLE number AS SELECT j ->> '$.id' AS id, j ->> '$.identifier[0].value' AS value
      FROM read_json(${quoted(path.join(population, 'shard-*', 'Patient.ndjson'))}, format = 'newline_delimited',
      auto_detect = false, columns = {j: 'JSON'}, records = false)`);
    const person = (at: string) => `JOIN number ON number.id = split_part(j ->> '$.${at}.reference', '/', 2)`;
    await write(
      'overkansligheter.csv',
      'AllergyIntolerance',
      `${text('id', '"ID"')}, number.value AS PERSONNUMMER, ${local('recordedDate', 'REGISTRERAD')},
       ${coded('code.coding[0].code', 'SUBSTANS', { 91936005: 'PC' })},
       ${coded('verificationStatus.coding[0].code', 'STATUS', { confirmed: 'B' })}`,
      person('patient'),
    );
    await write(
      'ordinationer.csv',
      'MedicationRequest',
      `${text('id', '"ID"')}, number.value AS PERSONNUMMER, ${local('authoredOn', 'INSATT')},
       ${text('medicationCodeableConcept.coding[0].code', 'ATC')},
       ${coded('status', 'STATUS', { active: 'P', stopped: 'U', completed: 'K' })},
       ${comma('dosageInstruction[0].doseAndRate[0].doseQuantity.value', 'DOS')},
       ${text('dosageInstruction[0].doseAndRate[0].doseQuantity.code', 'ENHET')},
       ${text('dosageInstruction[0].timing.repeat.frequency', 'ANTAL')},
       ${text('dosageInstruction[0].timing.repeat.period', 'VAR_DYGN')}, ${text('dosageInstruction[0].text', 'ANVISNING')}`,
      person('subject'),
    );
    await write(
      'bokningar.csv',
      'Appointment',
      `${text('id', '"ID"')}, number.value AS PERSONNUMMER, ${local('start', 'TID')},
       ${text('minutesDuration', 'MINUTER')}, ${text('description', 'ORSAK')}`,
      person('participant[0].actor'),
    );
  } finally {
    await engine.close();
  }
}
