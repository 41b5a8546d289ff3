-- What one kind of record came to; a row that is on both sides is the same or changed.
SELECT
  (SELECT count(*) FROM source_{{record}}) AS source,
  (SELECT count(*) FROM target_{{record}}) AS target,
  (SELECT count(*) FROM source_{{record}}) - count(DISTINCT ref) FILTER (how = 'lost')
    - count(DISTINCT ref) FILTER (how IN ('changed', 'returned')) AS same,
  count(DISTINCT ref) FILTER (how IN ('changed', 'returned')) AS changed,
  count(*) FILTER (how = 'lost') AS lost,
  count(*) FILTER (how IN ('invented', 'linked')) AS invented,
  count(*) FILTER (how = 'doubled') AS doubled
FROM difference WHERE record = '{{record}}';
