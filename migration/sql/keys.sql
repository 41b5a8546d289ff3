-- Layer 3: what is missing, what was invented, and what is there more often than in the source.
-- What had been corrected before the latest synchronisation is no difference: removed there, or written there.
INSERT INTO difference
SELECT 'lost', '{{record}}', {{class}}, '{{resource}}/' || s.id, s.person, NULL, {{status}}, NULL
FROM source_{{record}} s ANTI JOIN target_{{record}} t USING (k) {{notRemoved}};

INSERT INTO difference
SELECT 'invented', '{{record}}', {{class}}, '{{resource}}/' || t.id, t.person, NULL, NULL, {{code}}
FROM target_{{record}} t ANTI JOIN source_{{record}} s USING (k) {{notWritten}};

INSERT INTO difference
SELECT 'doubled', '{{record}}', {{class}}, '{{resource}}/' || t.id, t.person, NULL, NULL, NULL
FROM (SELECT k, any_value(id) AS id, any_value(person) AS person, count(*) AS n FROM target_{{record}} GROUP BY k HAVING n > 1) t
LEFT JOIN (SELECT k, count(*) AS n FROM source_{{record}} GROUP BY k HAVING n > 1) s USING (k)
WHERE t.n > coalesce(s.n, 1) AND t.k IN (SELECT k FROM source_{{record}});
