-- Some of each kind, drawn by the seed.
SELECT finding, class, record, ref, field, source, target
FROM (SELECT *, row_number() OVER (PARTITION BY finding, class ORDER BY hash(ref, field, {{seed}}), ref) AS nth FROM found)
WHERE nth <= {{most}}
ORDER BY finding, class, nth;
