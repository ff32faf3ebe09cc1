-- What a wave asks about, with which instrument, and how many had answered when it was over.
alter table wave
    add column occasion           text not null default 'WORKSHOP'
        check (occasion in ('WORKSHOP', 'FOLLOW_UP_6', 'FOLLOW_UP_12', 'FACILITATORS')),
    add column instrument_key     text,
    add column instrument_version text,
    add column final_responded    int check (final_responded >= 0); -- null until it is told that it has closed
update wave w set instrument_key = p.instrument_key, instrument_version = p.instrument_version
from protocol p where p.tenant = w.tenant and p.id = w.protocol;
alter table wave
    alter column occasion drop default,
    alter column instrument_key set not null,
    alter column instrument_version set not null,
    add foreign key (instrument_key, instrument_version) references instrument (key, version),
    drop constraint wave_tenant_workshop_key,
    add unique (tenant, workshop, occasion);

-- What is asked under a protocol besides the survey right after a workshop.
create table asking (
    tenant             tenant_id not null,
    protocol           uuid      not null,
    occasion           text      not null check (occasion in ('FOLLOW_UP_6', 'FOLLOW_UP_12', 'FACILITATORS')),
    instrument_key     text      not null,
    instrument_version text      not null,
    primary key (tenant, protocol, occasion),
    foreign key (tenant, protocol) references protocol (tenant, id),
    foreign key (instrument_key, instrument_version) references instrument (key, version)
);
call protect_tenant_table('asking', '${app}', '${owner}');

-- What is to be done with a wave at a moment: ids only, so that one schedule can look after all institutions. A claim is
-- a lease: whoever holds it works until due_at, after which another instance may try.
create table wave_task (
    institution tenant_id   not null,
    wave        uuid        not null,
    task        text        not null check (task in ('CLOSE', 'REMIND')),
    due_at      timestamptz not null,
    attempts    int         not null default 0,
    claim       uuid,
    primary key (institution, wave, task)
);
create index wave_task_due on wave_task (task, due_at);
grant select, insert, update, delete on wave_task to ${app};

-- Waves that are there already are closed too; those that are over at once.
insert into wave_task (institution, wave, task, due_at)
select tenant, id, 'CLOSE', closes_at + interval '1 minute' from wave;
