-- A withdrawal under way when counting begins would be seen neither by the counting, which reads what was committed before,
-- nor by its own trigger, which saw no release that counts the institution. Whoever begins to count takes the lock of this
-- key for itself, and so waits for such withdrawals; a withdrawal that comes later finds the release and recalls it. The
-- lock is a statement of its own: the update after it sees what was committed while it waited.
create or replace function recall_release_drafts() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('releases begin to count', 0));
    update public.release_draft
    set state = case state when 'computing' then 'computing' else 'recalled' end, revision = revision + 1,
        lease_until = null, attempt = attempt + 1, sealed_attempt = null, candidate = null, candidate_hash = null,
        cube_hash = null, findings = null, approved_by = null, approved_at = null
    where state in ('computing', 'computed', 'audited', 'refused', 'approved') and old.tenant = any (institutions);
    return null;
end
$$;
