-- Facts waiting to be published. The service appends rows of its bound institution (or of none) and never reads them;
-- the relay reads and removes the rows of all.
create table outbox (
    id       bigint generated always as identity primary key,
    event_id uuid        not null default gen_random_uuid(),
    topic    text        not null,
    key      text        not null,
    type     text        not null,
    version  bigint      not null,
    tenant   tenant_id,
    time     timestamptz not null default now(),
    data     text -- JSON; null erases the key
);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy append on outbox for insert to ${app}
    with check (tenant is not distinct from current_tenant());
create policy publish on outbox for all to ${relay} using (true) with check (false);
create policy owner on outbox to ${owner} using (true) with check (true);
grant insert on outbox to ${app};
grant select, delete on outbox to ${relay};

-- The newest version of each foreign aggregate that took effect here. One row an aggregate, not one an event, answers
-- both "was this delivered before?" and "is this older than what we know?"; it outlives the aggregate's erasure.
create table inbox (
    topic   text   not null,
    key     text   not null,
    version bigint not null,
    primary key (topic, key)
);
grant select, insert, update on inbox to ${app};

-- Facts that arrived before their parent, whole, under the institution's protection.
create table parked (
    tenant       tenant_id   not null,
    topic        text        not null,
    key          text        not null,
    parent_topic text        not null,
    parent_key   text        not null,
    type         text        not null,
    version      bigint      not null,
    time         timestamptz not null,
    data         text,
    "partition"  int         not null,
    "offset"     bigint      not null,
    primary key (tenant, topic, key)
);
create index parked_parent on parked (tenant, parent_topic, parent_key);
call protect_tenant_table('parked', '${app}', '${owner}');

-- Facts that could not take effect: where they stand in the log and why, never what they said. A later version of the
-- same key supersedes its dead letter, because every fact carries the aggregate's whole state.
create table dead_letter (
    topic       text        not null,
    key         text        not null,
    "partition" int         not null,
    "offset"    bigint      not null,
    version     bigint      not null,
    reason      text        not null,
    failed_at   timestamptz not null default now(),
    primary key (topic, key)
);
grant select, insert, update, delete on dead_letter to ${app};
