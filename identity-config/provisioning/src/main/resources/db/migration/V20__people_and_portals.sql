-- Members: a name for the trail until the account is known, and whether whoever asked may vouch for a known account.
alter table membership
    add column key     uuid    not null default gen_random_uuid(),
    add column vouched boolean not null default true;
create index membership_subject on membership (subject);

-- Platform members: roles change and end. All that Keycloak may have from us is written down before it is told.
alter table platform_member
    drop constraint platform_member_roles_check,
    drop constraint platform_member_state_check,
    add constraint platform_member_state_check check (state in ('REQUESTED', 'ACTIVE', 'LEAVING', 'REFUSED')),
    add constraint platform_member_roles_check check (cardinality(roles) > 0 or state = 'LEAVING'),
    add column key        uuid   not null default gen_random_uuid(),
    add column made_roles text[] not null default '{}';
update platform_member set made_roles = array(
    select distinct role from unnest(roles || coalesce(held_roles, '{}')) role order by role);
drop index platform_member_unsettled;
create index platform_member_unsettled on platform_member (username) where state in ('REQUESTED', 'LEAVING');
create index platform_member_hub on platform_member (hub, username);

-- Somebody asked by mail to join. Of the link only a digest is kept; the address goes once it is not needed any more.
create table invitation (
    id           uuid        primary key,
    institution  text        not null references institution (alias),
    email        text,
    first_name   text,
    last_name    text,
    roles        text[]      not null check (cardinality(roles) > 0),
    state        text        not null check (state in ('REQUESTED', 'SENT', 'ACCEPTED', 'WITHDRAWN', 'EXPIRED')),
    token_digest bytea       unique,
    requested_at timestamptz not null,
    sent_at      timestamptz,
    expires_at   timestamptz not null,
    version      bigint      not null,
    check ((email is not null) = (state in ('REQUESTED', 'SENT')))
);
create unique index invitation_pending on invitation (institution, lower(email)) where state in ('REQUESTED', 'SENT');
create index invitation_institution on invitation (institution, id);
create index invitation_unsent on invitation (requested_at) where state = 'REQUESTED';
create index invitation_expires on invitation (expires_at) where state in ('REQUESTED', 'SENT');
grant select, insert, update, delete on invitation to ${app};

-- Portals: the clients it signs in with (more than one while its secret is being rotated), its keys, its front end.
alter table portal
    drop constraint portal_state_check,
    add constraint portal_state_check check (state in ('REQUESTED', 'ACTIVE', 'REVOKED')),
    add column keys          text, -- a JSON Web Key Set, for portals that sign instead of keeping a secret
    add column redirect_uris text[]  not null default '{}',
    add column settled       boolean not null default true;
create index portal_unequal on portal (institution) where not settled;

create table portal_client (
    client_id    text        primary key,
    portal       text        not null references portal (client_id) on delete cascade,
    state        text        not null check (state in ('REQUESTED', 'ACTIVE')),
    requested_at timestamptz not null,
    ends_at      timestamptz,
    version      bigint      not null
);
create index portal_client_portal on portal_client (portal, client_id);
create index portal_client_requested on portal_client (requested_at) where state = 'REQUESTED';
create index portal_client_ends on portal_client (ends_at) where ends_at is not null;
grant select, insert, update, delete on portal_client to ${app};
insert into portal_client select client_id, client_id, state, requested_at, null, 0 from portal;

-- A campus login: its client secret is sealed, and kept only until Keycloak has it.
create table sign_in (
    institution   text        primary key references institution (alias),
    issuer        text        not null,
    authorization_endpoint text not null,
    token_endpoint text       not null,
    jwks_uri      text        not null,
    client_id     text        not null,
    sealed_secret text,
    domain        text        not null,
    newcomers     text        check (newcomers = 'participant'),
    state         text        not null check (state in ('REQUESTED', 'ACTIVE', 'LEAVING', 'REFUSED')),
    refused_field text,
    refused_reason text,
    requested_at  timestamptz not null,
    version       bigint      not null
);
create index sign_in_unsettled on sign_in (institution) where state in ('REQUESTED', 'LEAVING');
grant select, insert, update, delete on sign_in to ${app};

-- How far Keycloak's log of arrivals by campus login has been read.
create table arrivals_read (
    one   boolean     primary key default true check (one),
    until timestamptz not null
);
grant select, insert, update on arrivals_read to ${app};
