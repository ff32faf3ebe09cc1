-- Where a campus shows its SAML metadata, when they were read last, and what was wrong with them then. Of those written
-- before, the address was not kept: they are read again from when they are written again.
alter table sign_in
    add column metadata_url     text,
    add column metadata_read_at timestamptz,
    add column metadata_problem text,
    add constraint sign_in_metadata_are_saml check (metadata_url is null or single_sign_on is not null),
    add constraint sign_in_metadata_were_read check (metadata_url is null or metadata_read_at is not null);
create index sign_in_read_longest_ago on sign_in (metadata_read_at) where metadata_url is not null;
