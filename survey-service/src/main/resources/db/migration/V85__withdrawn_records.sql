-- Imported answers that were withdrawn do not come back with their file: by what each would be known again, a keyed hash
-- from which neither its line nor its giver can be told.
create table withdrawn_record (
    tenant     tenant_id not null,
    record     bytea     not null,
    withdrawal uuid      not null,
    primary key (tenant, record),
    foreign key (tenant, withdrawal) references withdrawal (tenant, id)
);
call protect_tenant_table('withdrawn_record', '${app}', '${owner}');
revoke update, delete on withdrawn_record from ${app};
