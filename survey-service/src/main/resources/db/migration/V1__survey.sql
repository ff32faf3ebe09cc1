-- Platform: shared by all institutions, written by the platform operator or from other services' facts.

create table instrument (
    key               text not null,
    version           text not null,
    title             text not null,
    population        text,
    validation_status text,
    licence           text,
    definition        text not null check (definition is json object), -- items and scales; frozen
    primary key (key, version)
);
grant select, insert on instrument to ${app}; -- nobody may change an instrument

create table codebook (
    key     text not null,
    version text not null,
    item    text not null,
    codes   text not null check (codes is json array),
    primary key (key, version)
);
grant select, insert on codebook to ${app};

create table institution (
    id        tenant_id primary key,
    alias     text not null,
    name      text not null,
    time_zone text not null
);
grant select, insert, update on institution to ${app};

-- Waves to be opened or people to be invited: ids only, so that one schedule can look after all institutions. A claim
-- is a lease: whoever holds it works until due_at, after which another instance may try.
create table pending_wave (
    institution tenant_id   not null,
    workshop    uuid        not null,
    due_at      timestamptz not null default now(),
    attempts    int         not null default 0,
    claim       uuid,
    primary key (institution, workshop)
);
create index pending_wave_due on pending_wave (due_at);
grant select, insert, update, delete on pending_wave to ${app};

-- Tenant

create table workshop (
    tenant          tenant_id   not null,
    id              uuid        not null,
    curriculum      text        not null,
    status          text        not null,
    ends_at         timestamptz, -- of the last session; null while there is none
    delivered_at    timestamptz,
    roster_revision bigint      not null,
    primary key (tenant, id)
);
call protect_tenant_table('workshop', '${app}', '${owner}');

create table protocol (
    tenant             tenant_id not null,
    id                 uuid      not null,
    number             text      not null,
    board              text      not null,
    title              text      not null,
    valid_from         date      not null,
    valid_to           date, -- the last valid day
    withdrawal_policy  text      not null check (withdrawal_policy in ('RETAIN', 'EXCLUDE', 'DESTROY')),
    instrument_key     text      not null,
    instrument_version text      not null,
    curricula          varchar[] not null, -- varchar, as Hibernate casts what it looks for
    evaluators         varchar[] not null, -- subjects
    consent_version    text      not null,
    consent_text       text      not null,
    research_question  text      not null,
    primary key (tenant, id),
    unique (tenant, board, number),
    foreign key (instrument_key, instrument_version) references instrument (key, version)
);
call protect_tenant_table('protocol', '${app}', '${owner}');

create table wave (
    tenant          tenant_id   not null,
    id              uuid        not null,
    version         bigint      not null,
    workshop        uuid        not null,
    protocol        uuid        not null,
    opens_at        timestamptz not null,
    closes_at       timestamptz not null,
    invited         int         not null,
    roster_revision bigint      not null, -- of the roster that was invited; 0 before
    primary key (tenant, id),
    unique (tenant, workshop),
    check (opens_at < closes_at),
    foreign key (tenant, workshop) references workshop (tenant, id),
    foreign key (tenant, protocol) references protocol (tenant, id)
);
call protect_tenant_table('wave', '${app}', '${owner}');

-- Nothing of the link is stored: it is derived from the id. The participant is curriculum-service's opaque id.
create table invitation (
    tenant      tenant_id not null,
    id          uuid      not null default gen_random_uuid(),
    wave        uuid      not null,
    participant uuid      not null,
    revoked     boolean   not null default false, -- off the roster
    primary key (tenant, id),
    unique (tenant, wave, participant),
    foreign key (tenant, wave) references wave (tenant, id)
);
call protect_tenant_table('invitation', '${app}', '${owner}');

-- No time, no serial number, no participant: without the pseudonym's secret a row leads to nobody. No foreign key to
-- the wave: its row would be locked by every submission, and a wave is never removed.
create table response (
    tenant          tenant_id not null,
    id              uuid      not null,
    wave            uuid      not null,
    pseudonym       bytea     not null,
    receipt_hash    bytea     not null,
    research        boolean   not null,
    consent_version text      not null,
    answers         jsonb     not null, -- everything but texts: what facts may carry
    texts           jsonb     not null, -- never leaves this service but as codes
    primary key (tenant, id),
    unique (tenant, wave, pseudonym) -- one answer each; also counts a wave
);
call protect_tenant_table('response', '${app}', '${owner}');

create table text_coding (
    tenant           tenant_id not null,
    response         uuid      not null,
    item             text      not null,
    coder            text      not null, -- subject
    codebook_key     text      not null,
    codebook_version text      not null,
    codes            text[]    not null,
    primary key (tenant, response, item, coder),
    foreign key (tenant, response) references response (tenant, id),
    foreign key (codebook_key, codebook_version) references codebook (key, version)
);
call protect_tenant_table('text_coding', '${app}', '${owner}');

create table text_consensus (
    tenant           tenant_id not null,
    response         uuid      not null,
    item             text      not null,
    codebook_key     text      not null,
    codebook_version text      not null,
    codes            text[]    not null,
    primary key (tenant, response, item),
    foreign key (tenant, response) references response (tenant, id),
    foreign key (codebook_key, codebook_version) references codebook (key, version)
);
call protect_tenant_table('text_consensus', '${app}', '${owner}');
