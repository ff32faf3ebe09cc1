-- The tenant of a row: the organization id of an institution. A domain over text, because Hibernate's discriminator
-- knows only strings; the check keeps a careless '' or alias out of every tenant table.
create domain tenant_id as text
    check (value ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$');

-- The institution the connection works for; null means none, which no policy matches.
create function current_tenant() returns text
    language sql stable security invoker parallel safe
    return nullif(current_setting('app.tenant', true), '');

-- Makes a table a tenant table: the service sees and writes rows of the bound institution only. Migrations run as the
-- owner, whom force row level security binds too, hence its own policy.
create procedure protect_tenant_table(target regclass, app name, owner name)
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy tenant on %s to %I using (tenant = current_tenant()) with check (tenant = current_tenant())', target, app);
    execute format('create policy owner on %s to %I using (true) with check (true)', target, owner);
    execute format('grant select, insert, update, delete on %s to %I', target, app);
end
$$;
