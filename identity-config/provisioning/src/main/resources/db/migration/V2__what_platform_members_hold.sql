-- What Keycloak has been told: an appointment that turns out to mean somebody else falls back to it.
alter table platform_member
    add column held_roles text[],
    add column held_hub   text references hub (key);
update platform_member set held_roles = roles, held_hub = hub where state = 'ACTIVE';
