-- Shared by all institutions (platform tables): written by platform operators, read by everybody.
create table curriculum (
    key          text not null primary key,
    title        text not null,
    audience     text not null check (audience in ('MENTEE', 'MENTOR', 'COMBINED')),
    adapted_from text references curriculum,
    citation     text,
    licence      text
);
create table curriculum_version (
    curriculum text   not null references curriculum,
    version    text   not null,
    status     text   not null check (status in ('DRAFT', 'PUBLISHED')),
    revision   bigint not null, -- optimistic lock
    primary key (curriculum, version)
);
create table module (
    curriculum text    not null,
    version    text    not null,
    position   int     not null,
    key        text    not null,
    title      text    not null,
    minutes    int     not null check (minutes between 1 and 1440),
    required   boolean not null,
    competency text,
    primary key (curriculum, version, position),
    unique (curriculum, version, key),
    foreign key (curriculum, version) references curriculum_version
);
grant select, insert on curriculum, module to ${app};
grant select, insert, update on curriculum_version to ${app};

-- Our own copy of what identity tells about institutions.
create table institution (
    id        tenant_id not null primary key,
    alias     text      not null,
    time_zone text      not null,
    state     text      not null
);
grant select, insert, update, delete on institution to ${app};
