-- How often what is known of an institution has changed here. Every effect raises it before it reads or writes anything
-- else, so that effects of one institution happen one after the other, and so that whatever was computed from its rows
-- can say from which state.
create table institution_version (
    tenant  tenant_id primary key,
    version bigint not null check (version > 0)
);
call protect_tenant_table('institution_version', '${app}', '${owner}');
insert into institution_version select distinct tenant, 1 from workshop;

-- The registry's facts (time zones) belong to no tenant, yet change on which day a workshop counts.
create function raise_version_of(institution text) returns void
    language sql security definer set search_path = pg_catalog, pg_temp
    begin atomic
        update public.institution_version set version = version + 1 where tenant = institution;
    end;
revoke all on function raise_version_of(text) from public;
grant execute on function raise_version_of(text) to ${app};

create policy research on institution_version for select to ${research}
    using (tenant in (select unnest(joined_institutions())));
grant select on institution_version to ${research};
