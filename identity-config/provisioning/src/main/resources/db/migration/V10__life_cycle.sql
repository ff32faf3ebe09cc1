-- Institutions are renamed, moved, suspended, reactivated and closed. Keycloak is equal to the registry where the
-- version it was last made equal to ("settled") is the version the row has.
alter table institution drop constraint institution_state_check;
alter table institution
    add constraint institution_state_check check (state in ('REQUESTED', 'ACTIVE', 'SUSPENDED', 'CLOSED')),
    add column settled        bigint,
    add column since          timestamptz not null default now(),
    add column reason         text,
    add column retained_until date,
    add column retired_at     timestamptz, -- when, after the retention date, its people and portals were let go
    add column domains_made   text[]      not null default '{}', -- all that Keycloak may have from us
    add constraint institution_retention_check check ((state = 'CLOSED') = (retained_until is not null));
update institution set
    since = requested_at,
    settled = case when state = 'ACTIVE' then version end,
    domains_made = array(select domain from institution_domain where institution = alias order by domain);
drop index institution_requested;
create index institution_unsettled on institution (alias) where settled is distinct from version;
create index institution_retained on institution (retained_until) where state = 'CLOSED' and retired_at is null;
grant update (settled, since, reason, retained_until, retired_at, domains_made) on institution to ${app};

create function keep_closed() returns trigger language plpgsql as
$$
begin
    raise exception 'a closed institution stays closed';
end
$$;
create trigger keep_closed before update of state on institution for each row
    when (old.state = 'CLOSED' and new.state <> 'CLOSED')
    execute function keep_closed();

alter table hub add column version bigint not null default 0;
grant update (name, version) on hub to ${app};
