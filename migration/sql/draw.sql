-- One value of each of the records with the least hash of id and seed; which of its values, another hash decides.
INSERT INTO drawn
SELECT draw, '{{sv}}', '{{resource}}/' || id, person, told[pick].field, told[pick].value
FROM (
  SELECT draw, id, person, told, 1 + (hash(draw, 'field') % len(told))::INTEGER AS pick
  FROM (
    SELECT hash(k, '{{record}}', {{seed}}) AS draw, id, person,
      list_filter({{values}}, lambda v: v.value IS NOT NULL) AS told
    FROM source_{{record}} ORDER BY draw LIMIT {{size}}
  )
  WHERE len(told) > 0
);
