-- During a rolling upgrade an instance older than V99 saves and publishes revisions whose words nobody writes. Whoever saved: a
-- revision without words at the end of its transaction is one that is still to be read.
create function adaptation_to_be_read() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as
$$
begin
    if not exists (
        select from adaptation_part p
        where (p.tenant, p.adaptation, p.revision) = (new.tenant, new.adaptation, new.revision))
    then
        insert into unread_adaptation (institution, adaptation) values (new.tenant, new.adaptation)
        on conflict (institution, adaptation) do update set due_at = now();
    end if;
    return null;
end
$$;

create constraint trigger adaptation_to_be_read after insert or update of published_at on adaptation_revision
    deferrable initially deferred for each row execute function adaptation_to_be_read();

-- And what was saved so since V99.
insert into unread_adaptation (institution, adaptation)
select a.tenant, a.id from adaptation a
where exists (
    select from adaptation_revision r
    where (r.tenant, r.adaptation) = (a.tenant, a.id)
      and r.revision in (
        (select max(n.revision) from adaptation_revision n where (n.tenant, n.adaptation) = (a.tenant, a.id)),
        (select max(n.revision) from adaptation_revision n
         where (n.tenant, n.adaptation) = (a.tenant, a.id) and n.published_at is not null))
      and not exists (
        select from adaptation_part p
        where (p.tenant, p.adaptation, p.revision) = (r.tenant, r.adaptation, r.revision)))
on conflict do nothing;
