create table thing (
    tenant tenant_id not null,
    id     text      not null,
    state  text      not null,
    applied int      not null default 1, -- how often an effect touched it
    primary key (tenant, id)
);
call protect_tenant_table('thing', '${app}', '${owner}');
create table part (
    tenant tenant_id not null,
    id     text      not null,
    thing  text      not null,
    primary key (tenant, id),
    foreign key (tenant, thing) references thing (tenant, id)
);
call protect_tenant_table('part', '${app}', '${owner}');
