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
  /** IEEE 11073-10101: what devices measure, and in which units. */
  mdc: 'urn:iso:std:iso:11073:10101',
  /** EUI-64 of devices, as in HL7's implementation guide for personal health devices. */
  eui64: 'urn:oid:1.2.840.10004.1.1.1.0.0.1.0.0.1.2680',
  /** Numbers that a device gives its measurements and alarms. */
  deviceReading: 'urn:genrep:device-reading',
  /** Ids that a device gives what is written at home without a network. */
  homeCare: 'urn:genrep:home-care',
  /** Numbers on labels of tubes and wristbands, as their bar codes say them. */
  label: 'urn:genrep:label',
  /** Accession numbers that the reference environment gives out. */
  accession: 'urn:genrep:accession',
  /** UIDs of DICOM, written as urn:oid (FHIR R4, ImagingStudy.identifier). */
  dicomUid: 'urn:dicom:uid',
  /** DICOM's own codes of modalities and the like (PS3.16). */
  dcm: 'http://dicom.nema.org/resources/ontology/DCM',
  /** Kinds of identifiers (v2 table 0203). */
  identifierType: 'http://terminology.hl7.org/CodeSystem/v2-0203',
  /** Tokens that Genrep puts on what it writes: run, flow instance and step. */
  token: 'urn:genrep:token',
} as const;
