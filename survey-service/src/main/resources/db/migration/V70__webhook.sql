-- Where an institution's systems are told what happened. The secrets that messages are signed with are not here: they are
-- derived from a key outside the database; a row says only how many there have been.
create table webhook (
    tenant       tenant_id not null,
    id           uuid      not null,
    url          text      not null,
    description  text,
    events       text[]    not null,
    secret       int       not null default 1 check (secret > 0), -- the number of the secret in force
    former_until timestamptz, -- until when messages are signed with the one before, too
    revision     int       not null default 1,
    primary key (tenant, id),
    unique (tenant, url)
);
call protect_tenant_table('webhook', '${app}', '${owner}');

-- One a webhook and event. Ids, counts and states of things; nothing of a person and no answer. Kept for some weeks: an
-- event that is told again meanwhile is known to have been told.
create table webhook_message (
    tenant       tenant_id   not null,
    id           uuid        not null,
    webhook      uuid        not null,
    number       bigint      generated always as identity, -- the order in which they were made
    event        text        not null,
    type         text        not null,
    body         text        not null, -- as it is sent, every time the same bytes
    made_at      timestamptz not null,
    state        text        not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'DEAD')),
    due_at       timestamptz not null,
    attempts     int         not null default 0,
    outcome      text,
    primary key (tenant, id),
    unique (tenant, webhook, event),
    foreign key (tenant, webhook) references webhook (tenant, id) on delete cascade
);
create index webhook_message_waiting on webhook_message (tenant, webhook, due_at, number) where state = 'WAITING';
create index webhook_message_listed on webhook_message (tenant, webhook, number);
call protect_tenant_table('webhook_message', '${app}', '${owner}');

-- When there is something to do for a webhook: ids only, so that one schedule can look after all institutions. Whoever
-- claims it sends to it, alone, until lease_until.
create table webhook_lane (
    institution tenant_id not null,
    webhook     uuid      not null,
    due_at      timestamptz, -- null: nothing is to be done
    failing     boolean   not null default false, -- whether the last attempt failed
    claim       uuid,
    lease_until timestamptz,
    primary key (institution, webhook)
);
create index webhook_lane_due on webhook_lane (failing, due_at) where due_at is not null;
grant select, insert, update, delete on webhook_lane to ${app};

-- What facts of the platform say of an institution, until messages have been made of it on its behalf. Ids and states.
create table webhook_news (
    institution tenant_id   not null,
    event       text        not null,
    type        text        not null,
    data        text        not null,
    happened_at timestamptz not null,
    primary key (institution, event)
);
grant select, insert, update, delete on webhook_news to ${app}; -- who takes a row locks it, as one that changes it would
