-- Who teaches, where they learned it, and what they taught. Names and addresses stay in this database.
create table facilitator (
    tenant  tenant_id not null,
    id      uuid      not null,
    name    text      not null,
    email   text      not null,
    mailbox text      not null, -- in lower case: by it they are known on rosters
    offered boolean   not null, -- to the other institutions of the hub
    primary key (tenant, id),
    unique (tenant, mailbox)
);
call protect_tenant_table('facilitator', '${app}', '${owner}');

create table facilitator_training (
    tenant      tenant_id not null,
    facilitator uuid      not null,
    position    int       not null,
    title       text      not null,
    trained_on  date      not null,
    trained_by  text      not null,
    primary key (tenant, facilitator, position),
    foreign key (tenant, facilitator) references facilitator on delete cascade
);
call protect_tenant_table('facilitator_training', '${app}', '${owner}');

create table workshop_facilitator (
    tenant      tenant_id not null,
    workshop    uuid      not null,
    facilitator uuid      not null,
    primary key (tenant, workshop, facilitator),
    foreign key (tenant, workshop) references workshop,
    foreign key (tenant, facilitator) references facilitator on delete cascade
);
create index workshop_of_facilitator on workshop_facilitator (tenant, facilitator);
call protect_tenant_table('workshop_facilitator', '${app}', '${owner}');

-- The one way past the institution's own rows: what others of its hub offer. It takes no argument, so nobody can ask for
-- another hub's; who asks is the bound institution, and what is not offered is not shown.
create function facilitators_of_our_hub()
    returns table (institution text, name text, email text, trained_on date, trained_by text, delivered int)
    language sql stable security definer set search_path = public, pg_temp as
$$
    select coalesce(i.name, i.alias), f.name, f.email, t.trained_on, t.trained_by,
           (select count(*)::int from workshop_facilitator d
              join workshop w on (w.tenant, w.id) = (d.tenant, d.workshop) and w.status = 'DELIVERED'
            where (d.tenant, d.facilitator) = (f.tenant, f.id))
    from facilitator f
      join institution i on i.id = f.tenant
      left join lateral (select l.trained_on, l.trained_by from facilitator_training l
                         where (l.tenant, l.facilitator) = (f.tenant, f.id)
                         order by l.trained_on desc, l.position desc limit 1) t on true
    where f.offered and i.state = 'active'
      and i.hub = (select ours.hub from institution ours where ours.id = current_tenant())
    order by 1, 2
$$;
revoke all on function facilitators_of_our_hub() from public;
grant execute on function facilitators_of_our_hub() to ${app};

-- What a programme requires of its people in their years, and who they are.
create table programme_requirement (
    tenant    tenant_id not null,
    programme text      not null,
    year      int       not null check (year between 1 and 20),
    audience  text      not null check (audience in ('MENTEE', 'MENTOR', 'COMBINED')),
    minutes   int       not null check (minutes > 0),
    primary key (tenant, programme, year, audience)
);
call protect_tenant_table('programme_requirement', '${app}', '${owner}');

create table programme_member (
    tenant    tenant_id not null,
    programme text      not null,
    mailbox   text      not null,
    position  int       not null,
    name      text      not null,
    email     text      not null,
    year      int       not null check (year between 1 and 20),
    primary key (tenant, programme, mailbox)
);
call protect_tenant_table('programme_member', '${app}', '${owner}');
