-- Crosswalks declared before they were told to others are told now; see CrosswalkFact.
insert into outbox (topic, key, type, version, data)
select 'item-crosswalks', from_key || '/' || from_version || '/' || to_key || '/' || to_version,
       'org.mentoringcommons.item-crosswalk.v1', 1,
       json_build_object('from', json_build_object('key', from_key, 'version', from_version),
                         'to', json_build_object('key', to_key, 'version', to_version),
                         'same', same::json)::text
from crosswalk;
