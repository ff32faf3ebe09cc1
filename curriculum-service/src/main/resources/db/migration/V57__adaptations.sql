-- An institution's own version of a shared curriculum: its revisions are packages, file by file, and only ever added to.
-- What differs from the base is computed from both.
create table adaptation (
    tenant  tenant_id   not null default current_tenant(),
    id      uuid        not null,
    key     text        not null,
    made_at timestamptz not null default now(),
    primary key (tenant, id),
    unique (tenant, key)
);
call protect_tenant_table('adaptation', '${app}', '${owner}');

create table adaptation_revision (
    tenant          tenant_id   not null default current_tenant(),
    adaptation      uuid        not null,
    revision        int         not null check (revision >= 1),
    base_curriculum text        not null,
    base_version    text        not null,
    digest          text        not null,
    files           text        not null, -- by their paths, as JSON: text, so that every file is kept byte by byte
    made_at         timestamptz not null default now(),
    published_at    timestamptz,
    primary key (tenant, adaptation, revision),
    foreign key (tenant, adaptation) references adaptation,
    foreign key (base_curriculum, base_version) references curriculum_version
);
call protect_tenant_table('adaptation_revision', '${app}', '${owner}');
revoke update, delete on adaptation_revision, adaptation from ${app};
grant update (published_at) on adaptation_revision to ${app};

-- What a workshop was really held with, where that is not the shared version itself.
create table workshop_adaptation (
    tenant     tenant_id not null default current_tenant(),
    workshop   uuid      not null,
    adaptation uuid      not null,
    revision   int       not null,
    primary key (tenant, workshop),
    foreign key (tenant, workshop) references workshop,
    foreign key (tenant, adaptation, revision) references adaptation_revision
);
call protect_tenant_table('workshop_adaptation', '${app}', '${owner}');
