-- Keys that Keycloak failed at although it was there: each is tried again later and later, and none keeps the others.
create table postponed (
    kind         text        not null,
    key          text        not null,
    failures     int         not null,
    next_attempt timestamptz not null,
    primary key (kind, key)
);
grant select, insert, update, delete on postponed to ${app};
