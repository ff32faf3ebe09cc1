-- PLATFORM: what hubs are told about themselves, a document a month, cut out of releases when it is first read in that month.
-- As releases are: added, never changed.
create table hub_summary (
    hub       text        not null,
    month     date        not null check (month = date_trunc('month', month)),
    body      bytea       not null,
    frozen_at timestamptz not null,
    primary key (hub, month)
);
grant select, insert on hub_summary to ${app};
