-- Answers collected elsewhere. An import says who brought which file, when and from where; what it says of columns is kept
-- with it. Its file is not: lines are read as they come, and only what the mapping names goes on.
create table import (
    tenant       tenant_id   not null,
    id           uuid        not null,
    protocol     uuid        not null,
    source       text        not null, -- in the words of whoever imports
    mapping      text        not null check (mapping is json object),
    mapping_hash bytea       not null, -- SHA-256
    requested_by text        not null, -- subject
    requested_at timestamptz not null,
    state        text        not null default 'expecting'
        check (state in ('expecting', 'reading', 'waiting', 'telling', 'imported', 'failed', 'cancelled', 'undoing',
                         'undone')),
    attempt      int         not null default 0, -- at sending the file
    failures     int         not null default 0, -- of what comes after it
    file_hash    bytea, -- SHA-256
    rows_read    bigint      not null default 0,
    left_out     bigint      not null default 0, -- no answers, as the mapping says
    unstated     bigint      not null default 0, -- nothing said of research
    already      bigint      not null default 0, -- here before
    added        bigint      not null default 0,
    told         bigint      not null default 0,
    told_until   uuid,
    ended_at     timestamptz,
    primary key (tenant, id),
    foreign key (tenant, protocol) references protocol (tenant, id)
);
call protect_tenant_table('import', '${app}', '${owner}');
revoke delete on import from ${app};
create index import_of_protocol on import (tenant, protocol, id);

-- What the file calls workshops, and which they are; those made for it go with it.
create table import_workshop (
    tenant   tenant_id not null,
    import   uuid      not null,
    key      text      not null,
    workshop uuid, -- null while it is not on record yet
    made     boolean   not null,
    primary key (tenant, import, key),
    foreign key (tenant, import) references import (tenant, id)
);
call protect_tenant_table('import_workshop', '${app}', '${owner}');

-- Lines on their way. Nothing counts, exports or codes them here, and none is left once they are answers, or are not to be.
create table import_row (
    tenant     tenant_id not null,
    import     uuid      not null,
    attempt    int       not null,
    line       int       not null,
    workshop   text      not null,
    record     bytea     not null,
    pseudonym  bytea     not null,
    research   boolean   not null,
    unfinished boolean   not null,
    answers    jsonb     not null,
    texts      jsonb     not null,
    primary key (tenant, import, attempt, line),
    foreign key (tenant, import) references import (tenant, id)
);
call protect_tenant_table('import_row', '${app}', '${owner}');

-- Where an answer is from, and by what it is known again: a keyed hash, of which neither its line nor its participant can
-- be told, and which is the same when the same comes again.
alter table response
    add column import uuid,
    add column record bytea;
create index response_of_import on response (tenant, import, id) where import is not null;
create unique index response_of_record on response (tenant, record) where record is not null;

alter table wave add column import uuid; -- that it was made for; null was asked here

-- What is to be done for imports: ids only, so that one schedule can look after all institutions. A claim is a lease:
-- whoever holds it works until due_at, after which another instance may try.
create table import_task (
    institution tenant_id   not null,
    import      uuid        not null,
    due_at      timestamptz not null,
    claim       uuid,
    primary key (institution, import)
);
create index import_task_due on import_task (due_at);
grant select, insert, update, delete on import_task to ${app};
