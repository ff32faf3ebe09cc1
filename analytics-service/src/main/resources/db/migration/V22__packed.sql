-- What a study reads of an institution, packed into a few rows: its delivered workshops, how often each was answered, and
-- the answers given for research. Reading ten million answers of a million workshops one by one takes a minute, reading
-- the same bytes of ten thousand institutions a few seconds.

create function packed_text(value text) returns bytea
    language sql immutable parallel safe
    return int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8');

-- Both columns speak of the same workshops in the same order; big-endian; see PackedWorkshops. Whoever asks sees it packed
-- from the rows that he may see, and never an answer without consent to research.
create view packing with (security_invoker = true) as
with answered as (
    select tenant, wave, count(*)::int as people,
           -- in the order of random ids: that of the rows would tell who answered first
           string_agg(answers, ''::bytea order by id) as answers
    from response where research group by tenant, wave
), asked as (
    select v.tenant, v.workshop, count(*)::int as waves,
           string_agg(packed_text(v.instrument_key) || packed_text(v.instrument_version) || int4send(v.invited)
                      || int8send(v.responded) || int4send(coalesce(a.people, 0))
                      || int4send(coalesce(octet_length(a.answers), 0)), ''::bytea order by v.id) as described,
           string_agg(coalesce(a.answers, ''::bytea), ''::bytea order by v.id) as answers
    from wave v left join answered a on a.tenant = v.tenant and a.wave = v.id
    group by v.tenant, v.workshop
), placed as (
    select w.tenant, w.id, ((row_number() over (partition by w.tenant order by w.id) - 1) / 2000)::int as part,
           uuid_send(w.id) || packed_text(w.curriculum) || packed_text(w.version) || packed_text(w.mode)
             || packed_text(w.audience) || int4send(w.minutes)
             || int8send((extract(epoch from coalesce(w.ended_at, w.delivered_at)) * 1000000)::bigint)
             || int4send(w.enrolled) || int4send(w.attended)
             || int4send(case when w.coverage_known then cardinality(w.modules) else -1 end)
             || case when w.coverage_known
                     then coalesce((select string_agg(packed_text(m), ''::bytea) from unnest(w.modules) as m), ''::bytea)
                     else ''::bytea end
             || int4send(coalesce(s.waves, 0)) || coalesce(s.described, ''::bytea) as described,
           coalesce(s.answers, ''::bytea) as answers
    from workshop w left join asked s on s.tenant = w.tenant and s.workshop = w.id
    where w.status = 'delivered'
)
select tenant, part, string_agg(described, ''::bytea order by id) as workshops,
       string_agg(answers, ''::bytea order by id) as answers
from placed group by tenant, part;
grant select on packing to ${research};

create table packed (
    tenant    tenant_id not null,
    part      int       not null,
    workshops bytea     not null,
    answers   bytea     not null,
    primary key (tenant, part)
);
-- compressing takes longer than reading
alter table packed alter column workshops set storage external, alter column answers set storage external;
call protect_tenant_table('packed', '${app}', '${owner}');
-- the service may throw it away; what stands in it is for the database to say
revoke insert, update on packed from ${app};
create policy research on packed for select to ${research}
    using (tenant in (select unnest(joined_institutions())));
grant select on packed to ${research};

-- of which version of the institution it was made; another than the current one is not to be read
alter table institution_version
    add column packed_version bigint,
    add column packed_at timestamptz;

-- Packs the bound institution, unless somebody is at work on it or it is packed already.
create function pack_institution() returns boolean
    language plpgsql security definer set search_path = public, pg_temp
as
$$
declare
    current bigint;
begin
    select version into current from institution_version
    where tenant = current_tenant() and packed_version is distinct from version for update skip locked;
    if not found then
        return false;
    end if;
    delete from packed where tenant = current_tenant();
    insert into packed (tenant, part, workshops, answers)
    select tenant, part, workshops, answers from packing where tenant = current_tenant();
    update institution_version set packed_version = current, packed_at = now() where tenant = current_tenant();
    return true;
end
$$;
revoke all on function pack_institution() from public;
grant execute on function pack_institution() to ${app};

-- Those at rest, and those that never rest every now and then.
create function institutions_to_pack(most int, at_rest interval, anyway interval) returns setof text
    language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
        select tenant::text from public.institution_version
        where packed_version is distinct from version
          and (changed_at < now() - at_rest or coalesce(packed_at, '-infinity') < now() - anyway)
        order by packed_at nulls first limit most;
    end;
revoke all on function institutions_to_pack(int, interval, interval) from public;
grant execute on function institutions_to_pack(int, interval, interval) to ${app};

-- An answer that is taken back is taken out of what was packed in the same transaction.
create or replace procedure forget_effects()
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as
$$
begin
    truncate public.coding, public.response, public.erased_response, public.institution_count, public.wave,
        public.workshop, public.packed;
    update public.institution_version
    set version = version + 1, recount_due = false, checked_at = null, agrees = true, changed_at = now(),
        packed_version = null;
end
$$;
