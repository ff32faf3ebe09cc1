-- STUDY: row files made for a study's team, and who asked for them, why, and who fetched them. They are written by
-- whichever instance claims them: a lease that is not renewed is taken up by another.
create table extract (
    id           uuid        primary key,
    study        text        not null references study,
    version      int         not null,
    format       text        not null check (format in ('csv', 'parquet')),
    purpose      text        not null,
    requested_by text        not null,
    requested_at timestamptz not null,
    state        text        not null
        check (state in ('waiting', 'running', 'ready', 'failed', 'cancelled', 'recalled', 'expired')),
    attempt      int         not null default 0,
    lease_until  timestamptz,                    -- of the instance that writes it
    institutions text[]      not null default '{}', -- whose rows are in it
    total_rows   bigint,
    written_rows bigint      not null default 0,
    bytes        bigint,
    watermark    text,                           -- of the state of the rows it was made from
    codebook     text,
    ended_at     timestamptz,
    expires_at   timestamptz
);
create index extract_of_study on extract (study, id);
create index extract_open on extract (requested_at) where state in ('waiting', 'running', 'ready');
grant select, insert on extract to ${app};
grant update (state, attempt, lease_until, institutions, total_rows, written_rows, bytes, watermark, codebook, ended_at,
              expires_at) on extract to ${app};

-- The file, in parts, so that any instance can hand it out and none needs to hold it whole.
create table extract_part (
    extract uuid  not null references extract,
    attempt int   not null,
    part    int   not null,
    content bytea not null,
    primary key (extract, attempt, part)
);
alter table extract_part alter column content set storage external;
grant select, insert, delete on extract_part to ${app};

create table extract_access (
    id      bigint generated always as identity primary key,
    extract uuid        not null references extract,
    subject text        not null,
    at      timestamptz not null
);
grant insert on extract_access to ${app};

-- A consented answer that is withdrawn, erased or corrected is in no file any more from that moment: finished ones are
-- no longer handed out, and one under way is begun again.
create function recall_extracts() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update public.extract
    set state = case state when 'ready' then 'recalled' else 'waiting' end,
        ended_at = case state when 'ready' then now() end
    where state in ('running', 'ready') and old.tenant = any (institutions);
    return null;
end
$$;
create trigger recall_extracts_of_erased after delete on response for each row
    when (old.research) execute function recall_extracts();
create trigger recall_extracts_of_changed after update on response for each row
    when (old.research and (not new.research or new.answers is distinct from old.answers))
    execute function recall_extracts();
