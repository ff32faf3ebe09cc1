-- That a wave has opened, will close soon, or how many have answered it, is told to webhooks, each in its time.
alter table wave_task
    drop constraint wave_task_task_check,
    add constraint wave_task_task_check check (task in ('CLOSE', 'REMIND', 'OPENED', 'CLOSING', 'COUNT'));

-- Waves that are there: those to come open later; those that have opened have not just opened.
insert into wave_task (institution, wave, task, due_at)
select tenant, id, 'OPENED', opens_at from wave where final_responded is null and opens_at > now()
on conflict do nothing;
insert into wave_task (institution, wave, task, due_at)
select tenant, id, 'CLOSING', closes_at - interval '3 days' from wave where final_responded is null and closes_at > now()
on conflict do nothing;

-- How many answers of a wave webhooks were told of last.
create table webhook_count (
    tenant    tenant_id not null,
    wave      uuid      not null,
    responded int       not null check (responded >= 0),
    primary key (tenant, wave),
    foreign key (tenant, wave) references wave (tenant, id)
);
call protect_tenant_table('webhook_count', '${app}', '${owner}');
