-- Which institutions may not act is asked every second; of many, few.
create index institution_not_active on institution (id, state) where state <> 'active';
