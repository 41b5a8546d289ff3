-- People of the target who are probably one person: born the same day, of the same sex, with names that are nearly equal.
-- Twins share birth date, family name and address, so that the given name must be near too. Two who were both in the source
-- are no fault of the migration. Jaro-Winkler from 0.92 is an assumption.
INSERT INTO difference
SELECT DISTINCT 'linked', 'patient', {{class}}, 'Patient/' || n.id, n.person, NULL, NULL, NULL
FROM (SELECT * FROM target_patient t WHERE t.k NOT IN (SELECT k FROM source_patient)) n
JOIN target_patient o ON o.birthDate = n.birthDate AND o.gender = n.gender AND o.k <> n.k
WHERE jaro_winkler_similarity(lower(o.family), lower(n.family)) >= 0.92
  AND jaro_winkler_similarity(lower(o.given), lower(n.given)) >= 0.92;

DELETE FROM difference WHERE how = 'invented' AND record = 'patient'
  AND ref IN (SELECT ref FROM difference WHERE how = 'linked');
