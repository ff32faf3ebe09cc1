-- The registry: what is wanted. Keycloak is made equal to it. All tables are platform tables: a hub administrator has
-- no tenant, and an institution has none before Keycloak has named its organization; Reach decides who sees what.
create table hub (
    key        text        primary key,
    name       text        not null,
    created_at timestamptz not null
);
grant select, insert on hub to ${app};

create table institution (
    alias        text        primary key,
    organization tenant_id   unique, -- given by Keycloak
    name         text        not null,
    hub          text        not null references hub (key),
    kind         text        not null check (kind in ('INSTITUTION', 'CONSORTIUM_CENTER')),
    time_zone    text        not null,
    state        text        not null check (state in ('REQUESTED', 'ACTIVE')),
    requested_at timestamptz not null,
    version      bigint      not null,
    check (state = 'REQUESTED' or organization is not null)
);
create index institution_hub on institution (hub, alias);
create index institution_requested on institution (alias) where state = 'REQUESTED';
grant select, insert, delete on institution to ${app};
-- not the alias: people and tokens know an institution by it
grant update (organization, name, hub, kind, time_zone, state, version) on institution to ${app};

create function keep_organization() returns trigger language plpgsql as
$$
begin
    raise exception 'the organization of an institution never changes';
end
$$;
create trigger keep_organization before update of organization on institution for each row
    when (old.organization is not null and new.organization is distinct from old.organization)
    execute function keep_organization();

create table institution_domain (
    domain      text primary key,
    institution text not null references institution (alias)
);
create index institution_domain_institution on institution_domain (institution);
grant select, insert, delete on institution_domain to ${app};

-- Somebody Keycloak does not know yet; the row goes as soon as it does.
create table newcomer (
    username        text primary key,
    email           text        not null,
    first_name      text        not null,
    last_name       text        not null,
    sealed_password text,
    requested_at    timestamptz not null
);
grant select, insert, delete on newcomer to ${app};

create table membership (
    institution  text        not null references institution (alias),
    username     text        not null,
    subject      text,
    roles        text[]      not null check (cardinality(roles) > 0),
    state        text        not null check (state in ('REQUESTED', 'ACTIVE', 'LEAVING', 'REFUSED')),
    refused_field text,
    refused_reason text,
    requested_at timestamptz not null,
    version      bigint      not null,
    primary key (institution, username)
);
create index membership_unsettled on membership (institution) where state in ('REQUESTED', 'LEAVING');
grant select, insert, update, delete on membership to ${app};

create table portal (
    client_id    text        primary key,
    institution  text        not null references institution (alias),
    name         text        not null,
    roles        text[]      not null check (cardinality(roles) > 0),
    state        text        not null check (state in ('REQUESTED', 'ACTIVE')),
    requested_at timestamptz not null,
    version      bigint      not null
);
create index portal_institution on portal (institution, client_id);
create index portal_unsettled on portal (requested_at) where state = 'REQUESTED';
grant select, insert, update, delete on portal to ${app};

create table platform_member (
    username     text        primary key,
    subject      text        unique,
    roles        text[]      not null check (cardinality(roles) > 0),
    hub          text        references hub (key), -- the one a hub administrator is of
    state        text        not null check (state in ('REQUESTED', 'ACTIVE', 'REFUSED')),
    refused_field text,
    refused_reason text,
    requested_at timestamptz not null,
    version      bigint      not null
);
create index platform_member_unsettled on platform_member (username) where state = 'REQUESTED';
grant select, insert, update, delete on platform_member to ${app};
