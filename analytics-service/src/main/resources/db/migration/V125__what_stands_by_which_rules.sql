-- What stands of a release depends on the rules it was worked out by. While instances of two versions run side by side, each
-- seals its own: what stands of one release is never taken for what would have stood by other rules.
alter table sealed_standing add method text;
update sealed_standing s set method = r.method_version
from release r where r.draft = s.draft and r.sealed_attempt = s.attempt and r.edition = s.edition;
update sealed_standing s set method = d.method_version
from release_draft d
where s.method is null and d.method_version is not null
  and d.id = s.draft and d.sealed_attempt = s.attempt and d.edition = s.edition;
-- Of the others nobody knows by which rules they were made: no release refers to them, and an audit makes them anew.
delete from sealed_standing where method is null;
alter table sealed_standing alter method set not null;
alter table sealed_standing alter method set default '1.3'; -- an instance of before says no method: it works by those rules

alter table release drop constraint release_draft_sealed_attempt_edition_fkey;
alter table sealed_standing drop constraint sealed_standing_pkey;
alter table sealed_standing add primary key (draft, attempt, edition, method);
alter table release add foreign key (draft, sealed_attempt, edition, method_version) references sealed_standing;
