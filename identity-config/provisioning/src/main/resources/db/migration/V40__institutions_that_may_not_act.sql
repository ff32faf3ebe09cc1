-- Which institutions may not act is asked every second; of many, few.
create index institution_not_acting on institution (organization, state) where state in ('SUSPENDED', 'CLOSED');
