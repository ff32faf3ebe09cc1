-- What certificates and pools say of an institution; told again with its next fact, or when facts are read anew.
alter table institution add column name text, add column hub text;

-- A workshop goes by somebody's clocks; those there are, by their institution's.
alter table workshop
    add column time_zone           text,
    add column place               text,
    add column certificate_minutes int check (certificate_minutes > 0),
    add column schedule_revision   int         not null default 0, -- what calendars follow
    add column scheduled_at        timestamptz not null default now(),
    add column covered_partly      text[]      not null default '{}',
    add column covered_unknown     text[]      not null default '{}', -- while it is known of others
    add column reference           text, -- of a workshop of the past: what the institution's records call it
    add column import_digest       text,
    add check ((reference is null) = (import_digest is null)),
    add unique (tenant, reference);
update workshop w
set time_zone = coalesce((select i.time_zone from institution i where i.id = w.tenant), 'UTC');
alter table workshop alter column time_zone set not null;

alter table session add column modules text[] not null default '{}'; -- keys of what is planned for it

-- Sessions that are no more, for calendars that know of them.
create table session_called_off (
    tenant    tenant_id   not null default current_tenant(),
    workshop  uuid        not null,
    number    int         not null,
    starts_at timestamptz not null,
    minutes   int         not null,
    primary key (tenant, workshop, number),
    foreign key (tenant, workshop) references workshop
);
call protect_tenant_table('session_called_off', '${app}', '${owner}');

alter table participant add column withdrawn boolean not null default false;

alter table attendance add column minutes int check (minutes between 1 and 1440); -- null: all of the session
