-- What is asked of a value in many places.

-- The part after the last '/' of a reference: 'Patient/17', 'https://host/fhir/Patient/17'.
CREATE MACRO id_in(reference) AS split_part(reference, '/', -1);

-- A person's number as it is compared: of the population register before any other, without separators.
CREATE MACRO identity_of(identifiers) AS coalesce(
  regexp_replace(list_filter(json_extract(identifiers, '$[*]'), lambda i: (i ->> '$.system') IN (
    'http://electronichealth.se/identifier/personnummer',
    'http://electronichealth.se/identifier/samordningsnummer'))[1] ->> '$.value', '[^0-9A-Za-z]', '', 'g'),
  regexp_replace(list_filter(json_extract(identifiers, '$[*]'), lambda i: (i ->> '$.system') IN (
    'http://electronichealth.se/identifier/nationelltReservnummer',
    'urn:oid:1.2.752.113.11.0.2.1.1.1'))[1] ->> '$.value', '[^0-9A-Za-z]', '', 'g'),
  json_extract_string(identifiers, '$[0].value'));

-- The entry that a person's entry was merged into.
CREATE MACRO replaced_by(links) AS
  list_filter(json_extract(links, '$[*]'), lambda l: (l ->> '$.type') = 'replaced-by')[1] ->> '$.other.reference';

-- The id that a resource had before it was loaded where the server gives the ids: the token among its tags tells it.
CREATE MACRO first_id(tags, type, id) AS CASE WHEN tags IS NULL THEN id ELSE coalesce(nullif(regexp_extract(
  list_filter(tags, lambda t: t."system" = 'urn:genrep:token')[1]."code",
  '-' || type || '-(.+)$', 1), ''), id) END;

-- Values that may be several, in one order.
CREATE MACRO together(texts) AS CASE WHEN len(texts) <= 1 THEN texts[1] ELSE
  nullif(array_to_string(list_sort(list_filter(texts, lambda t: t IS NOT NULL)), ' '), '') END;

-- Numbers that are equal read the same: 5, 5.0 and 5.00.
CREATE MACRO as_number(text) AS coalesce(regexp_replace(CAST(TRY_CAST(text AS DOUBLE) AS VARCHAR), '\.0$', ''), text);

-- The same moment reads the same in every zone; a day stays a day.
CREATE MACRO as_instant(text) AS CASE WHEN length(text) <= 10 THEN text ELSE
  coalesce(strftime(make_timestamp(epoch_us(TRY_CAST(text AS TIMESTAMPTZ))), '%Y-%m-%dT%H:%M:%SZ'), text) END;

-- The year of a moment in UTC; only around New Year it depends on the zone.
CREATE MACRO year_of(text) AS
  CASE WHEN substr(text, 6, 5) IN ('12-31', '01-01') THEN left(as_instant(text), 4) ELSE left(text, 4) END;
