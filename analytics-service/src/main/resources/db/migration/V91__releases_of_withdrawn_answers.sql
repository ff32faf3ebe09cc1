-- Which frozen releases counted an answer that is withdrawn is told without a note of who is in which release. A wave has two
-- marks, made up anew when an answer for research comes to it, and when somebody takes consent to research back by a
-- correction; a release keeps the marks that the waves it counted had. They are random: unlike a number that rises, they do
-- not tell what came when.
alter table wave
    add column joined_mark uuid not null default gen_random_uuid(),
    add column left_mark   uuid not null default gen_random_uuid();

-- STUDY: what a release counted, an institution a row, and none of its waves if there is nothing in the row. Goes with its
-- sealed counts, and so stays if they are frozen.
create table release_waves (
    draft       uuid      not null,
    attempt     int       not null,
    institution tenant_id not null,
    waves       bytea     not null, -- see AnsweredWaves
    primary key (draft, attempt, institution),
    foreign key (draft, attempt) references sealed_cube on delete cascade
);
grant select, insert on release_waves to ${app};

-- Of which withdrawn answers it was told what they are still in: their numbers, which lead nowhere any more. No rebuild
-- forgets it: what is known then is less.
create table withdrawal_told (
    tenant   tenant_id not null,
    response uuid      not null,
    primary key (tenant, response)
);
call protect_tenant_table('withdrawal_told', '${app}', '${owner}');
revoke update, delete on withdrawal_told from ${app};

-- A withdrawal that is read again by a rebuild, or for the first time, finds no row whose trigger could recall what was
-- counted before: so the rebuild itself does.
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
    update public.release_draft
    set state = case state when 'computing' then 'computing' else 'recalled' end, revision = revision + 1,
        lease_until = null, attempt = attempt + 1, sealed_attempt = null, candidate = null, candidate_hash = null,
        cube_hash = null, findings = null, approved_by = null, approved_at = null
    where state in ('computing', 'computed', 'audited', 'refused', 'approved');
end
$$;
