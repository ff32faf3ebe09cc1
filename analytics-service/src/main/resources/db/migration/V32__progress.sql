-- TENANT: what facilitators and portals were shown of a wave's results, and keep being shown until enough has changed.
-- The results of single looks then cannot differ by one person. Neither table refers to the copies of foreign facts: when
-- these are made anew from the log, what was shown and who was named stay.
create table progress_snapshot (
    tenant  tenant_id not null,
    wave    uuid      not null,
    answers uuid[]    not null, -- ids of the responses in it
    tables  text      not null, -- JSON: per scale the cells (sum before, sum now, people)
    closed  boolean   not null, -- taken when the wave had closed
    primary key (tenant, wave)
);
call protect_tenant_table('progress_snapshot', '${app}', '${owner}');

-- Who facilitated which workshop, as the institution's administrator names them: they alone see anything of a few people.
create table own_facilitator (
    tenant   tenant_id   not null,
    workshop uuid        not null,
    subject  text        not null,
    named_by text        not null,
    named_at timestamptz not null,
    primary key (tenant, workshop, subject)
);
call protect_tenant_table('own_facilitator', '${app}', '${owner}');
