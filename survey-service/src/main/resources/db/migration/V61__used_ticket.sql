-- Tickets to the coding page are good once; a row is of no use when its ticket has run out.
create table used_ticket (
    tenant tenant_id   not null,
    id     uuid        not null,
    until  timestamptz not null,
    primary key (tenant, id)
);
call protect_tenant_table('used_ticket', '${app}', '${owner}');
