-- What adaptations say, as it is searched beside the shared versions: the parts of the newest revision and of the newest that
-- is published. Written with the revision; the files in it stay what counts.
create table adaptation_part (
    tenant       tenant_id not null default current_tenant(),
    adaptation   uuid      not null,
    revision     int       not null,
    module       text      not null,
    position     int       not null,
    key          text      not null,
    kind         text      not null,
    readers      text      not null check (readers in ('everyone', 'facilitators')),
    title        text      not null,
    language     text      not null,
    source       text      not null, -- the file: what is as in the shared version is found there
    body         text      not null, -- its words for whoever may read the part
    facilitation text      not null, -- its words for facilitators alone
    words        tsvector  not null generated always as (
        case when readers = 'everyone' then
            setweight(to_tsvector(case language when 'en' then 'english'::regconfig else 'simple'::regconfig end, title), 'A')
            || to_tsvector(case language when 'en' then 'english'::regconfig else 'simple'::regconfig end, body)
        else ''::tsvector end) stored,
    all_words    tsvector  not null generated always as (
        setweight(to_tsvector(case language when 'en' then 'english'::regconfig else 'simple'::regconfig end, title), 'A')
        || to_tsvector(case language when 'en' then 'english'::regconfig else 'simple'::regconfig end, body || ' ' || facilitation))
        stored,
    primary key (tenant, adaptation, revision, module, position),
    unique (tenant, adaptation, revision, module, key),
    foreign key (tenant, adaptation, revision) references adaptation_revision
);
call protect_tenant_table('adaptation_part', '${app}', '${owner}');
revoke update on adaptation_part from ${app};

-- PLATFORM (ids only): adaptations of before, whose words are still to be read out of their files.
create table unread_adaptation (
    institution tenant_id   not null,
    adaptation  uuid        not null,
    due_at      timestamptz not null default now(),
    primary key (institution, adaptation)
);
grant select, update, delete on unread_adaptation to ${app};

insert into unread_adaptation (institution, adaptation) select tenant, id from adaptation;
