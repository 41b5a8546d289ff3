-- Layer 1: how many of each unit, status and year, where the two sides differ; the largest differences first.
SELECT coalesce(s.unit, t.unit) AS unit, coalesce(s.status, t.status) AS status, coalesce(s.year, t.year) AS year,
  coalesce(s.n, 0) AS source, coalesce(t.n, 0) AS target
FROM (SELECT unit, {{status}} AS status, year, count(*) AS n FROM source_{{record}} GROUP BY ALL) s
FULL JOIN (SELECT unit, {{status}} AS status, year, count(*) AS n FROM target_{{record}} GROUP BY ALL) t
  ON s.unit IS NOT DISTINCT FROM t.unit AND s.status IS NOT DISTINCT FROM t.status AND s.year IS NOT DISTINCT FROM t.year
WHERE coalesce(s.n, 0) <> coalesce(t.n, 0)
ORDER BY abs(coalesce(s.n, 0) - coalesce(t.n, 0)) DESC, 1, 2, 3
LIMIT {{most}};
