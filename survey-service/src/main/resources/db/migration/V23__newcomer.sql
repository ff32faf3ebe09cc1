-- Who joined a roster after the round of mails had passed their place, and is to be sent the invitation still. A row is
-- written because the roster changed and goes when the mail does: nothing anybody answers touches it.
create table newcomer (
    tenant      tenant_id not null,
    wave        uuid      not null,
    participant uuid      not null,
    primary key (tenant, wave, participant),
    foreign key (tenant, wave, participant) references invitation (tenant, wave, participant) on delete cascade
);
call protect_tenant_table('newcomer', '${app}', '${owner}');
