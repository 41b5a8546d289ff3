-- What each difference is called: the first condition of findings.yaml that holds, with its class where it has one.
CREATE OR REPLACE TABLE found AS
SELECT named.* EXCLUDE (class), coalesce(CASE finding
    {{classes}}
  END, class) AS class
FROM (SELECT CASE
    {{named}}
  END AS finding, * FROM difference) named;
