-- Counts stand by institution, packed, because by workshop they were more rows than there are answers. The row of an
-- answer stays the truth; how many answered stands with the wave.

alter table wave
    add column responded bigint not null default 0,
    add column consented bigint not null default 0,
    add check (responded >= 0),
    add check (consented between 0 and responded);
update wave w set responded = c.responded, consented = c.consented
    from (select tenant, wave, count(*) as responded, count(*) filter (where research) as consented
          from response group by tenant, wave) c
    where c.tenant = w.tenant and c.wave = w.id;

drop table response_tally;
create view response_tally with (security_invoker = true) as
    select tenant, workshop, instrument_key, instrument_version,
           sum(responded)::bigint as responded, sum(consented)::bigint as consented
    from wave where responded > 0
    group by tenant, workshop, instrument_key, instrument_version;
grant select on response_tally to ${app}, ${research};

-- A row a change, folded into one every so often. The sum of an institution's rows is what its answers say: how many
-- people, and how many of them gave each pair (before, now) of an item's answers or of a scale's sums. See CellCounts.
drop table pair_count;
create table institution_count (
    tenant             tenant_id not null,
    instrument_key     text      not null,
    instrument_version text      not null,
    population         text      not null check (population in ('evaluated', 'consented')),
    part               bigint    not null, -- the institution's version that added it
    counted            bytea     not null,
    primary key (tenant, instrument_key, instrument_version, population, part),
    foreign key (instrument_key, instrument_version) references instrument
);
call protect_tenant_table('institution_count', '${app}', '${owner}');

-- While a recount is due, counts are not kept by changes but made from the rows; so it is for what was counted before.
alter table institution_version
    add column recount_due     boolean     not null default false,
    add column changed_at      timestamptz not null default now(),
    add column checked_at      timestamptz,
    add column checked_version bigint,
    add column agrees          boolean     not null default true;
update institution_version set recount_due = true;

-- Answers are only ever written after their wave was read under the lock of the institution's version; a foreign key
-- would read and lock it once more for every row.
alter table response drop constraint response_tenant_wave_fkey;
drop index response_wave;

-- Which answers were here and are erased: what is told of them later is of no account.
create table erased_response (
    tenant tenant_id not null,
    id     uuid      not null,
    primary key (tenant, id)
);
call protect_tenant_table('erased_response', '${app}', '${owner}');

-- How an instrument's scales are scored where that was decided differently from what the instrument says; the last
-- decision counts.
create table scoring (
    instrument_key     text        not null,
    instrument_version text        not null,
    number             int         not null check (number > 0),
    missing            text        not null check (missing in ('complete', 'half')),
    reason             text        not null,
    decided_by         text        not null,
    decided_at         timestamptz not null,
    primary key (instrument_key, instrument_version, number),
    foreign key (instrument_key, instrument_version) references instrument
);
grant select, insert on scoring to ${app};

-- Everybody who asks with the instrument counts anew.
create procedure recount_all_with(key text, of_version text)
    language sql security definer set search_path = pg_catalog, pg_temp
    begin atomic
        update public.institution_version set version = version + 1, recount_due = true, changed_at = now()
        where tenant in (select w.tenant from public.wave w
                         where w.instrument_key = key and w.instrument_version = of_version);
    end;
revoke all on procedure recount_all_with(text, text) from public;
grant execute on procedure recount_all_with(text, text) to ${app};

-- Work that the service does by itself needs to know for whom; it then binds one institution after the other.
create function institutions_to_recount(most int) returns setof text
    language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
        select tenant::text from public.institution_version where recount_due order by changed_at limit most;
    end;
create function institutions_to_check(most int, again interval) returns setof text
    language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
        select tenant::text from public.institution_version
        where checked_at is null
           or checked_version <> version and checked_at < now() - again / 24 or checked_at < now() - again
        order by checked_at nulls first limit most;
    end;
-- What the checks of all institutions found, without a word about what was counted.
create function count_checks() returns table (institutions bigint, checked bigint, oldest timestamptz, due bigint,
                                              disagreeing text[])
    language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
        select count(*), count(checked_at), min(checked_at), count(*) filter (where recount_due),
               coalesce(array_agg(tenant::text order by tenant) filter (where not agrees), '{}')
        from public.institution_version;
    end;
revoke all on function institutions_to_recount(int), institutions_to_check(int, interval), count_checks() from public;
grant execute on function institutions_to_recount(int), institutions_to_check(int, interval), count_checks() to ${app};

-- A list of thousands of institutions is to be looked up in a table of hashes, not compared one by one for every row.
drop policy research on workshop;
drop policy research on wave;
drop policy research on response;
drop policy research on coding;
create policy research on workshop for select to ${research}
    using (tenant in (select unnest(joined_institutions())));
create policy research on wave for select to ${research}
    using (tenant in (select unnest(joined_institutions())));
create policy research on response for select to ${research}
    using (research and tenant in (select unnest(joined_institutions())));
create policy research on institution_count for select to ${research}
    using (population = 'consented' and tenant in (select unnest(joined_institutions())));
create policy research on coding for select to ${research}
    using (tenant in (select unnest(joined_institutions()))
           and exists (select from response r where r.tenant = coding.tenant and r.id = coding.response and r.research));
grant select on institution_count to ${research};

-- Everything that facts did; institutions stay, so that nobody is unknown (or no longer suspended) for a moment, and so
-- do the versions, which never begin anew.
create procedure forget_effects()
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as
$$
begin
    truncate public.coding, public.response, public.erased_response, public.institution_count, public.wave,
        public.workshop;
    update public.institution_version
    set version = version + 1, recount_due = false, checked_at = null, agrees = true, changed_at = now();
end
$$;
revoke all on procedure forget_effects() from public;
grant execute on procedure forget_effects() to ${app};
