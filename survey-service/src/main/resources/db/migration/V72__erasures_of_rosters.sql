-- Whoever is erased from a roster is forgotten here, too: up to which revision of it that was done. Of rosters of before it
-- is found out once, by and by.
alter table workshop add column erasures_read bigint not null default 0;

insert into pending_wave (institution, workshop, due_at)
select tenant, workshop, now() + random() * interval '1 day'
from (select distinct tenant, workshop from wave) asked
on conflict (institution, workshop) do nothing;
