-- Consent texts have versions of their own. A trivial change leaves what was agreed to as it was (basis stays), any other
-- makes answers under earlier texts impossible. Nothing is ever changed or removed: answers refer to it.
create table consent (
    tenant       tenant_id   not null,
    protocol     uuid        not null,
    number       int         not null check (number > 0), -- 1, 2, … within the protocol
    version      text        not null,
    change       text        not null check (change in ('INITIAL', 'TRIVIAL', 'MATERIAL')),
    basis        int         not null check (basis between 1 and number), -- answers under this and later ones are taken
    summary      text, -- what changed, for the board
    languages    text[]      not null check (cardinality(languages) > 0), -- the first is authoritative
    texts        text        not null check (texts is json array), -- in the order of languages
    published_at timestamptz not null default now(),
    primary key (tenant, protocol, number),
    unique (tenant, protocol, version),
    foreign key (tenant, protocol) references protocol (tenant, id)
);
call protect_tenant_table('consent', '${app}', '${owner}');
revoke update, delete on consent from ${app};

insert into consent (tenant, protocol, number, version, change, basis, languages, texts)
select tenant, id, 1, consent_version, 'INITIAL', 1, array['en'],
       jsonb_build_array(jsonb_build_object('language', 'en', 'text', consent_text,
                                            'researchQuestion', research_question))::text
from protocol;

alter table protocol
    drop column consent_version,
    drop column consent_text,
    drop column research_question,
    add column institutions varchar[] not null default '{}'; -- aliases of those the board's approval covers
update protocol p set institutions = array[i.alias::varchar] from institution i where i.id = p.tenant;
alter table protocol alter column institutions drop default;

-- In which language the text was shown. Until now there was one.
alter table response add column consent_language text not null default 'en';
alter table response alter column consent_language drop default;

-- Somebody who will not take part, by pseudonym: like an answer, it leads to nobody without the key.
create table declination (
    tenant    tenant_id not null,
    wave      uuid      not null,
    pseudonym bytea     not null,
    primary key (tenant, wave, pseudonym)
);
call protect_tenant_table('declination', '${app}', '${owner}');
