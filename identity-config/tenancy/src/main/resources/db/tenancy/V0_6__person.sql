-- The person the connection works for: the subject of the access token, and nobody where no token speaks.
create function current_person() returns text
    language sql stable security invoker parallel safe
    return nullif(current_setting('app.person', true), '');

-- Makes a table one of rows that people own: a tenant table whose rows, on top of that, are seen and written by their
-- owner alone, whatever role somebody holds at the institution. The policies are restrictive: no policy that is added
-- later can widen them. {also} is a condition under which others read a row (a share, the other party): 'false' for none.
create procedure protect_owned_table(target regclass, app name, owner name, also text)
    language plpgsql as
$$
begin
    call protect_tenant_table(target, app, owner);
    execute format('create policy person_reads on %s as restrictive for select to %I using (owner = current_person() or (%s))', target, app, also);
    execute format('create policy person_adds on %s as restrictive for insert to %I with check (owner = current_person())', target, app);
    execute format('create policy person_changes on %s as restrictive for update to %I using (owner = current_person()) with check (owner = current_person())', target, app);
    execute format('create policy person_removes on %s as restrictive for delete to %I using (owner = current_person())', target, app);
end
$$;
