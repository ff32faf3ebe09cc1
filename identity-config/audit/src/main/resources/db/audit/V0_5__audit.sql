-- Who did what to which thing, when and why. Append-only: the service may add a row and read what concerns whom it works
-- for; no grant lets it alter, remove or truncate one, nor choose its time or its place in the order. A row of a tenant
-- belongs to that institution; a row of none is the platform's (in identity's registry, which has no tenants, all are).
create table deed (
    id          uuid        primary key default uuidv7(), -- in the order of time, and no count of others' deeds
    at          timestamptz not null default clock_timestamp(),
    tenant      tenant_id,
    institution text, -- alias, where it is known
    hub         text,
    subject     text, -- of the access token; null if the service itself did it
    client      text not null, -- through which client, or the service's own name
    action      text not null check (action ~ '^[a-z-]+\.[a-z-]+$'),
    thing       text not null,
    key         text not null,
    detail      text,
    reason      text
);
create index deed_tenant on deed (tenant, id);
create index deed_hub on deed (hub, id) where tenant is null;
create index deed_institution on deed (institution, id) where tenant is null;

alter table deed enable row level security;
alter table deed force row level security;
create policy append on deed for insert to ${app}
    with check (tenant is null or tenant = current_tenant());
create policy read on deed for select to ${app}
    using (tenant = current_tenant() or (tenant is null and current_tenant() is null));
create policy owner on deed to ${owner} using (true) with check (true);
grant select on deed to ${app};
grant insert (tenant, institution, hub, subject, client, action, thing, key, detail, reason) on deed to ${app};
