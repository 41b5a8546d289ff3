-- Layer 4: every row that is on both sides, field by field; rows whose fields are all equal have the same hash.
INSERT INTO difference
SELECT 'changed', '{{record}}', d.class, '{{resource}}/' || id, person, d.field, d.source, d.target
FROM (
  SELECT s.id, s.person, unnest({{pairs}}) AS d
  FROM source_{{record}} s JOIN target_{{record}} t USING (k) {{before}}
  WHERE s.h <> t.h {{notCorrected}}
)
WHERE d.source IS DISTINCT FROM d.target;
