-- Files of answers made for evaluators of a protocol, and who asked for them and why: the row stays when the file is gone.
-- Whichever instance claims one writes it; an attempt is over when another is begun.
create table export (
    tenant       tenant_id   not null,
    id           uuid        not null,
    protocol     uuid        not null,
    format       text        not null,
    population   text        not null check (population in ('consented', 'evaluated')),
    purpose      text        not null,
    filters      text        not null default '{}' check (filters is json object), -- as they were asked for
    waves        uuid[]      not null, -- whose answers are in it; all are over
    requested_by text        not null, -- subject
    requested_at timestamptz not null,
    state        text        not null default 'waiting'
        check (state in ('waiting', 'running', 'ready', 'failed', 'cancelled', 'recalled', 'expired')),
    attempt      int         not null default 0,
    failures     int         not null default 0, -- attempts that nobody finished
    total_rows   bigint      not null,
    written_rows bigint      not null default 0,
    ended_at     timestamptz,
    expires_at   timestamptz,
    primary key (tenant, id),
    foreign key (tenant, protocol) references protocol (tenant, id)
);
call protect_tenant_table('export', '${app}', '${owner}');
revoke delete on export from ${app};
create index export_of_protocol on export (tenant, protocol, id);
create index export_under_way on export (tenant) where state in ('waiting', 'running', 'ready');

-- The files, in parts, so that any instance can hand them out and none needs to hold one whole.
create table export_part (
    tenant  tenant_id not null,
    export  uuid      not null,
    attempt int       not null,
    sheet   text      not null,
    part    int       not null,
    content bytea     not null,
    primary key (tenant, export, attempt, sheet, part),
    foreign key (tenant, export) references export (tenant, id)
);
alter table export_part alter column content set storage external;
call protect_tenant_table('export_part', '${app}', '${owner}');

-- What is to be written, or thrown away when its time is over: ids only, so that one schedule can look after all
-- institutions. A claim is a lease: whoever holds it works until due_at, after which another instance may try.
create table export_task (
    institution tenant_id   not null,
    export      uuid        not null,
    due_at      timestamptz not null,
    claim       uuid,
    primary key (institution, export)
);
create index export_task_due on export_task (due_at);
grant select, insert, update, delete on export_task to ${app};

-- An answer that is withdrawn or changed is in no file any more from that moment: finished ones are gone with the
-- withdrawal itself, and one under way is begun again.
create function recall_exports() returns trigger
    language plpgsql security invoker as
$$
begin
    with hit as (
        update export e
        set state = case e.state when 'ready' then 'recalled' else 'waiting' end,
            ended_at = case e.state when 'ready' then now() end
        where e.tenant = old.tenant and e.state in ('running', 'ready') and old.wave = any (e.waves)
          and (e.population = 'evaluated' or old.research)
        returning e.tenant, e.id),
      gone as (delete from export_part p using hit where p.tenant = hit.tenant and p.export = hit.id)
    update export_task t set due_at = now(), claim = null from hit where t.institution = hit.tenant and t.export = hit.id;
    return null;
end
$$;
create trigger recall_exports_of_removed after delete on response for each row execute function recall_exports();
create trigger recall_exports_of_changed after update on response for each row
    when (old.research is distinct from new.research or old.answers is distinct from new.answers)
    execute function recall_exports();
