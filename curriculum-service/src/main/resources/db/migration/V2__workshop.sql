-- What an institution owns (tenant tables). Rows of sessions are written by Hibernate as part of their workshop without
-- naming the tenant, hence its default; row-level security checks it all the same.
create table workshop (
    tenant             tenant_id   not null,
    id                 uuid        not null,
    version            bigint      not null,
    name               text        not null,
    curriculum         text        not null,
    curriculum_version text        not null,
    mode               text        not null check (mode in ('IN_PERSON', 'ONLINE', 'HYBRID')),
    audience           text        not null check (audience in ('MENTEE', 'MENTOR', 'COMBINED')),
    covered            text[], -- keys of modules; null while nobody can tell
    status             text        not null check (status in ('PLANNED', 'DELIVERED', 'CANCELLED')),
    delivered_at       timestamptz,
    enrolled           int         not null,
    attended           int         not null check (attended <= enrolled),
    roster_revision    bigint      not null,
    primary key (tenant, id),
    foreign key (curriculum, curriculum_version) references curriculum_version,
    check ((status = 'DELIVERED') = (delivered_at is not null))
);
call protect_tenant_table('workshop', '${app}', '${owner}');

create table session (
    tenant    tenant_id   not null default current_tenant(),
    workshop  uuid        not null,
    number    int         not null check (number >= 1),
    starts_at timestamptz not null,
    minutes   int         not null check (minutes between 1 and 1440),
    attended  int         not null,
    primary key (tenant, workshop, number),
    foreign key (tenant, workshop) references workshop
);
call protect_tenant_table('session', '${app}', '${owner}');
