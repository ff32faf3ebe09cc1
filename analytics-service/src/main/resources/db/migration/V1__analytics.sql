-- PLATFORM: what all institutions share.

-- Our copy of the registry, kept by events; of its properties a report needs the time zone.
create table institution (
    id        tenant_id primary key,
    alias     text not null,
    name      text not null,
    hub       text not null,
    kind      text not null,
    time_zone text not null,
    state     text not null
);
grant select, insert, update, delete on institution to ${app};

-- The structure of an instrument's version, brought by the first wave that uses it. Frozen: no update, no delete.
create table instrument (
    key       text not null,
    version   text not null,
    structure text not null, -- JSON; rows of answers are packed in the order of its items
    primary key (key, version)
);
grant select, insert on instrument to ${app};

-- TENANT: what an institution owns.

create table workshop (
    tenant         tenant_id not null,
    id             uuid      not null,
    curriculum     text      not null,
    version        text      not null,
    mode           text      not null,
    audience       text      not null,
    minutes        int       not null,
    coverage_known boolean   not null,
    modules        text[]    not null,
    status         text      not null,
    delivered_at   timestamptz,
    ended_at       timestamptz, -- of its last session
    enrolled       int       not null,
    attended       int       not null,
    primary key (tenant, id),
    check (status <> 'delivered' or coalesce(ended_at, delivered_at) is not null)
);
create index workshop_curriculum on workshop (tenant, curriculum);
call protect_tenant_table('workshop', '${app}', '${owner}');

create table wave (
    tenant             tenant_id not null,
    id                 uuid      not null,
    workshop           uuid      not null,
    instrument_key     text      not null,
    instrument_version text      not null,
    opens_at           timestamptz not null,
    closes_at          timestamptz not null,
    invited            int       not null,
    primary key (tenant, id),
    foreign key (tenant, workshop) references workshop on delete cascade,
    foreign key (instrument_key, instrument_version) references instrument
);
create index wave_workshop on wave (tenant, workshop);
call protect_tenant_table('wave', '${app}', '${owner}');

-- The de-identified row is the truth; the two tables after it are derived and can be rebuilt from it bit for bit.
create table response (
    tenant   tenant_id not null,
    id       uuid      not null,
    wave     uuid      not null,
    research boolean   not null,
    answers  bytea     not null, -- packed by the instrument's structure
    primary key (tenant, id),
    foreign key (tenant, wave) references wave on delete cascade
);
create index response_wave on response (tenant, wave);
call protect_tenant_table('response', '${app}', '${owner}');

create table response_tally (
    tenant             tenant_id not null,
    workshop           uuid      not null,
    instrument_key     text      not null,
    instrument_version text      not null,
    responded          bigint    not null check (responded > 0),
    consented          bigint    not null check (consented between 0 and responded),
    primary key (tenant, workshop, instrument_key, instrument_version),
    foreign key (tenant, workshop) references workshop on delete cascade
);
call protect_tenant_table('response_tally', '${app}', '${owner}');

-- How many people gave each pair (before, now): of an item's answers (0 = missing), and of a scale's item sums.
create table pair_count (
    tenant             tenant_id not null,
    workshop           uuid      not null,
    instrument_key     text      not null,
    instrument_version text      not null,
    population         text      not null check (population in ('evaluated', 'consented')),
    kind               text      not null check (kind in ('item', 'scale')),
    key                text      not null,
    before_sum         int       not null,
    now_sum            int       not null,
    people             bigint    not null check (people > 0),
    primary key (tenant, workshop, instrument_key, instrument_version, population, kind, key, before_sum, now_sum),
    foreign key (tenant, workshop) references workshop on delete cascade
);
call protect_tenant_table('pair_count', '${app}', '${owner}');

-- The consensus of the coders about one free text; the text itself never comes here.
create table coding (
    tenant           tenant_id not null,
    response         uuid      not null,
    item             text      not null,
    codebook_key     text      not null,
    codebook_version text      not null,
    codes            text[]    not null,
    primary key (tenant, response, item),
    foreign key (tenant, response) references response on delete cascade
);
call protect_tenant_table('coding', '${app}', '${owner}');

-- STUDY: keyed by study, shared by its team and the institutions that joined. The resources decide who asks; no other
-- role of the database reads them.

create table study (
    key         text        primary key,
    title       text        not null,
    definition  text        not null, -- JSON as declared; never changed
    declared_by text        not null,
    declared_at timestamptz not null
);
grant select, insert on study to ${app};

create table team (
    study   text not null references study,
    subject text not null,
    primary key (study, subject)
);
grant select, insert on team to ${app};

-- Joining and leaving are kept with their dates; at most one agreement of an institution is in force.
create table agreement (
    id          uuid        primary key,
    study       text        not null references study,
    institution tenant_id   not null,
    text        text        not null,
    joined_by   text        not null,
    joined_at   timestamptz not null,
    left_by     text,
    left_at     timestamptz
);
create unique index agreement_in_force on agreement (study, institution) where left_at is null;
grant select, insert, update on agreement to ${app};

-- Who read which report; the service can add to it and nothing else.
create table report_access (
    id      bigint generated always as identity primary key,
    study   text        not null references study,
    subject text        not null,
    at      timestamptz not null
);
grant insert on report_access to ${app};

-- RESEARCH: what a report across institutions may see, whatever statement it sends.

-- The institutions that joined the study named in app.study; none if none is named. It reads agreements as their owner,
-- because the asking role may not.
create function joined_institutions() returns text[]
    language sql stable security definer set search_path = pg_catalog, pg_temp
    return array(select a.institution::text from public.agreement a
                 where a.study = nullif(current_setting('app.study', true), '') and a.left_at is null);
revoke all on function joined_institutions() from public;
grant execute on function joined_institutions() to ${research};

-- the inner select lets PostgreSQL ask once a statement, not once a row
create policy research on workshop for select to ${research}
    using (tenant = any ((select joined_institutions())::text[]));
create policy research on wave for select to ${research}
    using (tenant = any ((select joined_institutions())::text[]));
create policy research on response_tally for select to ${research}
    using (tenant = any ((select joined_institutions())::text[]));
create policy research on response for select to ${research}
    using (research and tenant = any ((select joined_institutions())::text[]));
create policy research on pair_count for select to ${research}
    using (population = 'consented' and tenant = any ((select joined_institutions())::text[]));
create policy research on coding for select to ${research}
    using (tenant = any ((select joined_institutions())::text[])
           and exists (select from response r where r.tenant = coding.tenant and r.id = coding.response and r.research));
grant select on workshop, wave, response_tally, response, pair_count, coding to ${research};
