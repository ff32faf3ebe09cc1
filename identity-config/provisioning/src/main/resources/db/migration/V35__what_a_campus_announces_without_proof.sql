-- Keys (or an address) that a campus announces and nothing proves to be its own: an administrator has to say yes. Certificates
-- that were trusted once and are no more never come back by themselves, for whoever keeps an old signed document shows it.
create table sign_in_proposal (
    institution    text        primary key references sign_in (institution) on delete cascade,
    single_sign_on text        not null,
    posts          boolean     not null,
    certificates   text[]      not null check (cardinality(certificates) > 0), -- DER in base64
    announced_at   timestamptz not null
);
grant select, insert, update, delete on sign_in_proposal to ${app};

alter table sign_in add column retired_certificates text[] not null default '{}';
