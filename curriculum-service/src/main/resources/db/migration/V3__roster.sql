-- Names and addresses live in this table and nowhere else in the deployment.
create table participant (
    tenant   tenant_id not null,
    id       uuid      not null,
    workshop uuid      not null,
    position int       not null, -- line order of the file
    name     text      not null,
    email    text      not null, -- as written
    mailbox  text      not null, -- in lower case: what makes two addresses the same
    primary key (tenant, id),
    unique (tenant, workshop, id),
    unique (tenant, workshop, mailbox),
    foreign key (tenant, workshop) references workshop
);
call protect_tenant_table('participant', '${app}', '${owner}');

create table attendance (
    tenant      tenant_id not null,
    workshop    uuid      not null,
    session     int       not null,
    participant uuid      not null,
    primary key (tenant, workshop, session, participant),
    foreign key (tenant, workshop, session) references session,
    foreign key (tenant, workshop, participant) references participant (tenant, workshop, id)
);
create index attendance_of_participant on attendance (tenant, workshop, participant);
call protect_tenant_table('attendance', '${app}', '${owner}');
