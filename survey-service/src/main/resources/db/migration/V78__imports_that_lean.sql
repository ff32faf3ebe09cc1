-- Which imports found lines here that another had brought: if that one were taken back, lines of theirs would be gone. The
-- other import is not referenced, so that noting it waits for nobody who holds its row; imports are never deleted.
create table import_lean (
    tenant   tenant_id not null,
    import   uuid      not null,
    leans_on uuid      not null,
    primary key (tenant, leans_on, import),
    foreign key (tenant, import) references import (tenant, id)
);
call protect_tenant_table('import_lean', '${app}', '${owner}');

alter table import add column failure text; -- why it failed
create index import_workshop_of_workshop on import_workshop (tenant, workshop) where workshop is not null;
