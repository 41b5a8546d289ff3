/** URIs of the code and identifier systems that Genrep writes and reads. */
export const SYSTEMS = {
  /** Sources of the OIDs: HL7 Sweden base profiles 1.1.0 and the RIV-TA OID list. */
  personnummer: 'http://electronichealth.se/identifier/personnummer',
  samordningsnummer: 'http://electronichealth.se/identifier/samordningsnummer',
  nationalReserveNumber: 'http://electronichealth.se/identifier/nationelltReservnummer',
  regionalReserveNumber: 'urn:oid:1.2.752.113.11.0.2.1.1.1',
  hsaId: 'urn:oid:1.2.752.29.4.19',
  icd10se: 'urn:oid:1.2.752.116.1.1.1.1.3',
  npu: 'urn:oid:1.2.752.108.1',
  atc: 'http://www.whocc.no/atc',
  loinc: 'http://loinc.org',
  snomed: 'http://snomed.info/sct',
  ucum: 'http://unitsofmeasure.org',
  interpretation: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  prescriptionCategory: 'http://terminology.hl7.org/CodeSystem/medicationrequest-category',
  roleCode: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  diagnosticServiceSection: 'http://terminology.hl7.org/CodeSystem/v2-0074',
  conditionClinical: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
  allergyClinical: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical',
  consentScope: 'http://terminology.hl7.org/CodeSystem/consentscope',
  consentCategory: 'http://terminology.hl7.org/CodeSystem/consentcategorycodes',
  /** Security label of HL7 Sweden's base profiles: sekretessmarkering, skyddadFolkbokforing. */
  securityLabel: 'http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel',
  /** Genrep's own concepts, for what no published code system names. */
  genrep: 'urn:genrep:concept',
  /** Beds that Genrep's robots write down where the system assigns none. */
  bed: 'urn:genrep:bed',
  /** Numbers of bags of blood. */
  bloodUnit: 'urn:genrep:blood-unit',
  /** Tokens that Genrep puts on what it writes: run, flow instance and step. */
  token: 'urn:genrep:token',
} as const;
