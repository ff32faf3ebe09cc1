-- Making all effects anew from the log: asked for by an operator, done by one instance, resumed by another.
create table rebuild (
    one      boolean     primary key default true check (one),
    number   bigint      not null,
    state    text        not null check (state in ('wanted', 'reading', 'done')),
    asked_by text        not null,
    asked_at timestamptz not null default now(),
    ended_at timestamptz
);
grant select, insert, update on rebuild to ${app};

-- How far the log is read again; what is before a position took effect.
create table rebuild_position (
    topic       text   not null,
    "partition" int    not null,
    position    bigint not null,
    until       bigint not null,
    primary key (topic, "partition")
);
grant select, insert, update, delete on rebuild_position to ${app};

-- What is remembered of arrivals, of all institutions; the service that calls it forgets its effects in the same
-- transaction.
create procedure forget_arrivals()
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as
$$
begin
    truncate public.inbox, public.parked, public.dead_letter;
end
$$;
revoke all on procedure forget_arrivals() from public;
grant execute on procedure forget_arrivals() to ${app};
