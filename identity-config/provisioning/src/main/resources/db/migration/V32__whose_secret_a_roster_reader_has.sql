-- What survey-service's account at an institution was made with last; where it is not what Keycloak has now, it is made
-- again. Null: not known, so it is made once more, and what an earlier release made in its place is taken away.
alter table institution add column roster_reader text;
grant update (roster_reader) on institution to ${app};
