-- A worksheet may be taken from an institution's own version; beside it stands the shared one that is made from.
alter table filled_sheet
    add column adaptation          uuid,
    add column adaptation_revision int,
    add check ((adaptation is null) = (adaptation_revision is null)),
    add foreign key (tenant, adaptation, adaptation_revision) references adaptation_revision;
