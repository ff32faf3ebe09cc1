-- Who mentors whom, as pseudonyms only: what is declared of people is turned into these and forgotten, so that no row
-- leads from a person to an answer. Everybody is in one pair a protocol at most, or how many pairs somebody is in would
-- tell who it is. Rows are written in the order of pseudonyms, which is nobody's order.
create table paired (
    tenant      tenant_id not null,
    protocol    uuid      not null, -- under which this one answers
    pseudonym   bytea     not null,
    declaration uuid      not null, -- all that were declared together
    side        text      not null check (side in ('MENTEE', 'MENTOR')),
    pair        uuid, -- the same of the two; null once one of them has withdrawn
    primary key (tenant, protocol, pseudonym),
    foreign key (tenant, protocol) references protocol (tenant, id)
);
call protect_tenant_table('paired', '${app}', '${owner}');
create index paired_pair on paired (pair);
create index paired_declaration on paired (declaration);
