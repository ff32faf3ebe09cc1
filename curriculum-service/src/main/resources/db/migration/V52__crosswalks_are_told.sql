-- Crosswalks said before they were told to others are told now, every number; see CrosswalkFact.
insert into outbox (topic, key, type, version, data)
select 'module-crosswalks', key || '/' || number, 'org.mentoringcommons.module-crosswalk.v1', 1,
       jsonb_build_object(
           'key', key, 'number', number,
           'saidAt', to_char(said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'competencies', (select coalesce(jsonb_agg(c -> 'key' order by n), '[]')
                            from jsonb_array_elements(content -> 'competencies') with ordinality as e (c, n)),
           'curricula', content -> 'curricula', 'modules', content -> 'modules', 'scales', content -> 'scales')::text
from crosswalk order by key, number;
