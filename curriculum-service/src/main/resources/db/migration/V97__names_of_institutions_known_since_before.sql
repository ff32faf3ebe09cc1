-- An institution that was known before names and hubs were kept (V70) has had none since: identity tells it again only when
-- something changes, and a fact that is no newer than what took effect changes nothing. So everything identity said is read
-- again from the log, once, by whichever instance starts first; institutions stay known meanwhile.
insert into rebuild (number, state, asked_by)
select 1, 'wanted', 'names of institutions' where exists (select from institution where name is null)
on conflict (one) do update
    set number = rebuild.number + 1, state = 'wanted', asked_by = excluded.asked_by, asked_at = now(), ended_at = null
    where rebuild.state = 'done';
