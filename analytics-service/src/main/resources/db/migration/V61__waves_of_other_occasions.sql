-- Waves that are no survey right after a workshop: follow-ups, surveys of facilitators. They count in no population, rate
-- or study; their answers do not come in, and all that is kept is which waves these are.
create table wave_left_out (
    tenant   tenant_id not null,
    id       uuid      not null,
    occasion text      not null,
    primary key (tenant, id)
);
call protect_tenant_table('wave_left_out', '${app}', '${owner}');

create or replace procedure forget_effects()
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as
$$
begin
    truncate public.coding, public.response, public.erased_response, public.institution_count, public.wave,
        public.workshop, public.packed, public.wave_left_out;
    update public.institution_version
    set version = version + 1, recount_due = false, checked_at = null, agrees = true, changed_at = now(),
        packed_version = null;
end
$$;
