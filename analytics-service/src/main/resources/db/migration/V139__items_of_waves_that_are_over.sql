-- TENANT: how people got through what a wave asked, as it was counted when the wave was over, and goes on being shown until so
-- much has changed that the change is nobody's alone. Does not refer to the copies of foreign facts: when these are made anew
-- from the log, what was shown stays.
create table item_snapshot (
    tenant  tenant_id not null,
    wave    uuid      not null,
    answers uuid[]    not null default '{}', -- ids of the responses in it
    counted text, -- JSON: people by what they left out, sums of products by scale; null until it is counted
    primary key (tenant, wave)
);
call protect_tenant_table('item_snapshot', '${app}', '${owner}');
