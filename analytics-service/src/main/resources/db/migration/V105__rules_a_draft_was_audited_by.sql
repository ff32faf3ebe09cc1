-- By which rules a draft was audited: after an upgrade in between it is audited anew before it is frozen.
alter table release_draft add method_version text;
grant update (method_version) on release_draft to ${app};
