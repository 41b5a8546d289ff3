-- What had been corrected in the target and is as in the source again: changed there, or taken away there.
INSERT INTO difference
SELECT 'returned', '{{record}}', d.class, '{{resource}}/' || id, person, d.field, d.source, d.target
FROM (
  SELECT s.id, s.person, unnest({{pairs}}) AS d
  FROM source_{{record}} s JOIN target_{{record}} t USING (k) JOIN corrected_{{record}} c USING (k)
  WHERE s.h = t.h AND c.h <> s.h
)
WHERE d.source IS DISTINCT FROM d.target;

INSERT INTO difference
SELECT 'returned', '{{record}}', {{class}}, '{{resource}}/' || s.id, s.person, NULL, NULL, NULL
FROM source_{{record}} s
WHERE s.k IN (SELECT k FROM target_{{record}}) AND s.k NOT IN (SELECT k FROM corrected_{{record}});
