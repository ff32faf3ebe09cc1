-- What the other services tell of workshops and waves, as far as a hub may count them: whose, and in which state.
create table activity (
    kind         text        not null check (kind in ('WORKSHOP', 'WAVE')),
    id           text        not null,
    organization tenant_id   not null,
    status       text,        -- of a workshop
    opens_at     timestamptz, -- of a wave
    closes_at    timestamptz,
    primary key (kind, id)
);
create index activity_organization on activity (organization, kind);
grant select, insert, update, delete on activity to ${app};

-- Files of institutions. What has become of each is in the institutions themselves; so an import cannot lose its place.
create table bulk_import (
    id           uuid        primary key,
    requested_by text        not null, -- subject
    requested_at timestamptz not null
);
create table bulk_import_line (
    bulk_import uuid not null references bulk_import (id),
    line        int  not null,
    institution text not null references institution (alias),
    primary key (bulk_import, line)
);
grant select, insert on bulk_import, bulk_import_line to ${app};
