-- Until now only active institutions were told of.
alter table institution add column state text not null default 'active';
-- Which institutions may not act is asked every second; of many, few.
create index institution_not_active on institution (id, state) where state <> 'active';
