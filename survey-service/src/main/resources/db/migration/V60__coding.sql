-- What coders read of a text: its words as a person let them through. The text itself is read by nobody but who decides
-- what is to go, and by who wrote it; when its time is over the answer has these words too (purged).
create table redacted_text (
    tenant     tenant_id not null,
    response   uuid      not null,
    item       text      not null,
    text       text      not null,
    decided_by text      not null, -- subject
    decided_on date      not null, -- by the institution's clocks
    purged     boolean   not null default false,
    primary key (tenant, response, item),
    foreign key (tenant, response) references response (tenant, id) on delete cascade
);
call protect_tenant_table('redacted_text', '${app}', '${owner}');
create index redacted_text_kept on redacted_text (tenant, decided_on) where not purged;

-- How long words as they were written are kept after their wave has closed and somebody has decided; a protocol without
-- a row: 90 days.
create table text_policy (
    tenant              tenant_id not null,
    protocol            uuid      not null,
    keep_originals_days int       not null check (keep_originals_days between 0 and 3650),
    primary key (tenant, protocol),
    foreign key (tenant, protocol) references protocol (tenant, id)
);
call protect_tenant_table('text_policy', '${app}', '${owner}');

-- Where something may have to be purged, from which day on: institutions only, so that one schedule can look after all.
create table purge_due (
    institution tenant_id not null,
    due_on      date      not null,
    primary key (institution, due_on)
);
create index purge_due_first on purge_due (due_on);
grant select, insert, delete on purge_due to ${app};

-- Which two people code the answers to an item under a protocol, with which version of the codes.
create table coding_assignment (
    tenant           tenant_id not null,
    protocol         uuid      not null,
    item             text      not null,
    codebook_key     text      not null,
    codebook_version text      not null,
    first_coder      text      not null, -- subjects
    second_coder     text      not null,
    primary key (tenant, protocol, item),
    check (first_coder <> second_coder),
    foreign key (tenant, protocol) references protocol (tenant, id),
    foreign key (codebook_key, codebook_version) references codebook (key, version)
);
call protect_tenant_table('coding_assignment', '${app}', '${owner}');

-- A later version says what became of the codes of the one before it.
alter table codebook
    add column basis   text,
    add column changes text not null default '[]' check (changes is json array),
    add foreign key (key, basis) references codebook (key, version);

-- Who has coded a text is for everybody to see, what they coded is not: a coder's codes are that coder's alone until two
-- have coded the text, and from then on nobody's to change.
create table judgement (
    tenant   tenant_id not null,
    response uuid      not null,
    item     text      not null,
    owner    text      not null, -- the coder
    codes    text[]    not null,
    primary key (tenant, response, item, owner),
    foreign key (tenant, response, item, owner) references text_coding (tenant, response, item, coder) on delete cascade
);
insert into judgement (tenant, response, item, owner, codes) select tenant, response, item, coder, codes from text_coding;
alter table text_coding drop column codes;
call protect_owned_table('judgement', '${app}', '${owner}',
    '(select count(*) from text_coding c where c.tenant = judgement.tenant and c.response = judgement.response and c.item = judgement.item) > 1');
create policy settled on judgement as restrictive for update to ${app}
    using ((select count(*) from text_coding c where c.tenant = judgement.tenant and c.response = judgement.response
                                               and c.item = judgement.item) < 2);
-- nobody can pretend that another has coded, to see what they have
create policy oneself on text_coding as restrictive for insert to ${app} with check (coder = current_person());
create policy unchanging on text_coding as restrictive for update to ${app} using (coder = current_person())
    with check (coder = current_person());

alter table text_consensus
    add column note       text, -- what the coders say about it; stays here
    add column settled_by text; -- subject; null if the two had coded the same

-- What a text was coded as with earlier versions of the codes.
create table earlier_coding (
    tenant           tenant_id not null,
    response         uuid      not null,
    item             text      not null,
    number           int       not null check (number > 0),
    codebook_key     text      not null,
    codebook_version text      not null,
    codes            text[]    not null,
    note             text,
    judgements       jsonb     not null, -- codes by coder, if they were given anew afterwards
    primary key (tenant, response, item, number),
    foreign key (tenant, response) references response (tenant, id) on delete cascade,
    foreign key (codebook_key, codebook_version) references codebook (key, version)
);
call protect_tenant_table('earlier_coding', '${app}', '${owner}');
revoke update on earlier_coding from ${app};

-- The version of what was last told of a text's codes: it rises, also when the codes have gone in between.
create table told_coding (
    tenant   tenant_id not null,
    response uuid      not null,
    item     text      not null,
    version  bigint    not null,
    primary key (tenant, response, item),
    foreign key (tenant, response) references response (tenant, id) on delete cascade
);
call protect_tenant_table('told_coding', '${app}', '${owner}');
insert into told_coding (tenant, response, item, version)
select c.tenant, c.response, c.item, 2 * r.revision - 1
from text_consensus c join response r on r.tenant = c.tenant and r.id = c.response;

-- Words that may be shown: part of a redacted text, released by a person.
create table released_quote (
    tenant      tenant_id not null,
    response    uuid      not null,
    item        text      not null,
    id          uuid      not null default gen_random_uuid(), -- what it is listed by
    quote       text      not null,
    released_by text      not null, -- subject
    primary key (tenant, response, item),
    foreign key (tenant, response) references response (tenant, id) on delete cascade
);
call protect_tenant_table('released_quote', '${app}', '${owner}');
