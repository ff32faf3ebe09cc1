-- What somebody has typed and not sent, to go on with by the same link on any device. Nothing in a row leads to a person
-- or to an answer: the key is a keyed hash of its own kind, the content is encrypted, both under secrets that are not
-- here. No time; how often it was saved, so that two tabs do not overwrite each other unnoticed.
create table draft (
    tenant   tenant_id not null,
    wave     uuid      not null,
    key      bytea     not null,
    revision int       not null check (revision > 0),
    sealed   bytea     not null,
    primary key (tenant, wave, key)
);
call protect_tenant_table('draft', '${app}', '${owner}');
-- a withdrawal finds a person's drafts in all waves of a protocol
create index draft_key on draft (key);
