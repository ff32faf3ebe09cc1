-- By which version of the rules a release was worked out: it is made again by the same, or not at all. Those frozen before
-- were made by the first.
alter table release add method_version text not null default '1.0';
