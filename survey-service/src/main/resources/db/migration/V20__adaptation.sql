-- What an institution adds to a version of an instrument, and the words it has a licence for. Every change is a revision of
-- its own, so that what a wave asked stays what it asked.
create table adaptation (
    tenant             tenant_id   not null,
    instrument_key     text        not null,
    instrument_version text        not null,
    revision           int         not null check (revision > 0),
    own                text        not null check (own is json object), -- items, and their translations
    overlays           text        not null check (overlays is json array), -- words over the instrument's, by language
    made_at            timestamptz not null default now(),
    primary key (tenant, instrument_key, instrument_version, revision),
    foreign key (instrument_key, instrument_version) references instrument (key, version)
);
call protect_tenant_table('adaptation', '${app}', '${owner}');
revoke update, delete on adaptation from ${app};

-- With which revision a wave was opened; a wave without a row asks the instrument as it is.
create table wave_adaptation (
    tenant             tenant_id not null,
    wave               uuid      not null,
    instrument_key     text      not null,
    instrument_version text      not null,
    revision           int       not null,
    primary key (tenant, wave),
    foreign key (tenant, wave) references wave (tenant, id),
    foreign key (tenant, instrument_key, instrument_version, revision)
        references adaptation (tenant, instrument_key, instrument_version, revision)
);
call protect_tenant_table('wave_adaptation', '${app}', '${owner}');
revoke update, delete on wave_adaptation from ${app};
