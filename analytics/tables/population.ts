import { column, type TableShape } from '../table.ts';

/** A table of the population: which resources it is made of, and how its columns are found in them. */
export interface PopulationTable extends TableShape {
  /** FHIR resource type: which files are read. */
  readonly resource: string;
  /** What of a resource is read, as DuckDB's types. */
  readonly read: Readonly<Record<string, string>>;
  /** Each column of the table by its name, in SQL over what was read. */
  readonly sql: Readonly<Record<string, string>>;
}

const CODEABLE = 'STRUCT(coding STRUCT(system VARCHAR, code VARCHAR, display VARCHAR)[], "text" VARCHAR)';
const REFERENCE = 'STRUCT(reference VARCHAR)';
/** Moments keep the hour of their own zone, which is the hour that people lived. */
const local = (expression: string): string => `CAST(left(${expression}, 19) AS TIMESTAMP)`;
const PATIENT = "replace(subject.reference, 'Patient/', '')";

const person = column('person', 'VARCHAR', 'id of the person in the population');

/** What a region asks about people: no name, no number, no address but the kommun. */
export const POPULATION_TABLES: readonly PopulationTable[] = [
  {
    name: 'people',
    row: 'a person',
    resource: 'Patient',
    columns: [
      person,
      column('sex', 'VARCHAR', 'male or female'),
      column('born', 'DATE', 'date of birth'),
      column('died', 'DATE', 'date of death; empty of the living'),
      column('municipality', 'VARCHAR', 'the kommun, by name'),
      column('care_centre', 'VARCHAR', 'id of the vårdcentral where the person is listed'),
    ],
    read: {
      id: 'VARCHAR',
      gender: 'VARCHAR',
      birthDate: 'VARCHAR',
      deceasedDateTime: 'VARCHAR',
      address: 'STRUCT(district VARCHAR)[]',
      managingOrganization: REFERENCE,
    },
    sql: {
      person: 'id',
      sex: 'gender',
      born: 'CAST(birthDate AS DATE)',
      died: 'CAST(left(deceasedDateTime, 10) AS DATE)',
      municipality: 'address[1].district',
      care_centre: "replace(managingOrganization.reference, 'Organization/', '')",
    },
  },
  {
    name: 'contacts',
    row: 'a contact with care',
    resource: 'Encounter',
    columns: [
      column('contact', 'VARCHAR', 'id of the contact'),
      person,
      column(
        'class',
        'VARCHAR',
        'AMB visit, EMER emergency, IMP stay, VR telephone, HH at home (HL7 v3 ActCode)',
      ),
      column('type', 'VARCHAR', 'what it was, in Swedish'),
      column('unit', 'VARCHAR', 'id of the unit'),
      column('began', 'TIMESTAMP', 'Swedish time'),
      column('ended', 'TIMESTAMP', 'Swedish time; empty where it goes on'),
    ],
    read: {
      id: 'VARCHAR',
      class: 'STRUCT(code VARCHAR)',
      type: `${CODEABLE}[]`,
      subject: REFERENCE,
      period: 'STRUCT("start" VARCHAR, "end" VARCHAR)',
      serviceProvider: REFERENCE,
    },
    sql: {
      contact: 'id',
      person: PATIENT,
      class: 'class.code',
      type: '"type"[1]."text"',
      unit: "replace(serviceProvider.reference, 'Organization/', '')",
      began: local('period."start"'),
      ended: local('period."end"'),
    },
  },
  {
    name: 'diagnoses',
    row: 'a diagnosis of a person',
    resource: 'Condition',
    columns: [
      person,
      column('code', 'VARCHAR', 'ICD-10-SE'),
      column('name', 'VARCHAR', 'in Swedish'),
      column('status', 'VARCHAR', 'active, resolved or another clinical status of FHIR'),
      column('began', 'TIMESTAMP', 'Swedish time'),
      column('ended', 'TIMESTAMP', 'Swedish time; empty where it goes on'),
    ],
    read: {
      subject: REFERENCE,
      code: CODEABLE,
      clinicalStatus: CODEABLE,
      onsetDateTime: 'VARCHAR',
      abatementDateTime: 'VARCHAR',
    },
    sql: {
      person: PATIENT,
      code: 'code.coding[1].code',
      name: 'code.coding[1].display',
      status: 'clinicalStatus.coding[1].code',
      began: local('onsetDateTime'),
      ended: local('abatementDateTime'),
    },
  },
  {
    name: 'prescriptions',
    row: 'a drug that was ordered',
    resource: 'MedicationRequest',
    columns: [
      person,
      column('atc', 'VARCHAR', 'ATC code'),
      column('drug', 'VARCHAR', 'name, in Swedish'),
      column('status', 'VARCHAR', 'active, completed, stopped or another status of FHIR'),
      column('ordered', 'TIMESTAMP', 'Swedish time'),
    ],
    read: {
      subject: REFERENCE,
      status: 'VARCHAR',
      medicationCodeableConcept: CODEABLE,
      authoredOn: 'VARCHAR',
    },
    sql: {
      person: PATIENT,
      atc: 'medicationCodeableConcept.coding[1].code',
      drug: 'medicationCodeableConcept.coding[1].display',
      status: 'status',
      ordered: local('authoredOn'),
    },
  },
  {
    name: 'observations',
    row: 'a measurement or an answer of a laboratory',
    resource: 'Observation',
    columns: [
      person,
      column('code', 'VARCHAR', 'NPU, LOINC or a code of ours'),
      column('system', 'VARCHAR', 'the code system of it'),
      column('name', 'VARCHAR', 'in Swedish'),
      column('at', 'TIMESTAMP', 'when it was taken, Swedish time'),
      column('value', 'DOUBLE', 'where it is a number'),
      column('unit', 'VARCHAR', 'UCUM'),
      column('text', 'VARCHAR', 'where it is words'),
    ],
    read: {
      subject: REFERENCE,
      code: CODEABLE,
      effectiveDateTime: 'VARCHAR',
      valueQuantity: 'STRUCT("value" DOUBLE, code VARCHAR)',
      valueString: 'VARCHAR',
    },
    sql: {
      person: PATIENT,
      code: 'code.coding[1].code',
      system: 'code.coding[1].system',
      name: 'coalesce(code."text", code.coding[1].display)',
      at: local('effectiveDateTime'),
      value: 'valueQuantity."value"',
      unit: 'valueQuantity.code',
      text: 'valueString',
    },
  },
];
