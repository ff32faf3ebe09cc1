-- As with releases (V72): a withdrawal under way when a row file is begun would be seen neither by its writing, which reads what
-- was committed before, nor by its own trigger, which saw no file that has the institution. Whoever begins to write takes the
-- lock of this key for itself, and so waits for such withdrawals. Triggers go by their names: every withdrawal takes this lock
-- before that of the releases, so that no two wait for each other. The lock is a statement of its own: the update after it
-- sees what was committed while it waited.
create or replace function recall_extracts() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('row files begin to be written', 0));
    update public.extract
    set state = case state when 'ready' then 'recalled' else 'waiting' end,
        ended_at = case state when 'ready' then now() end
    where state in ('running', 'ready') and old.tenant = any (institutions);
    return null;
end
$$;
