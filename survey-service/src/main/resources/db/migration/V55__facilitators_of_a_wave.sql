-- Whether the people of a wave were named when it was opened. Those of the others are the workshop's, and follow its lists.
alter table wave add column named boolean not null default false;
update wave set named = true where occasion = 'FACILITATORS'; -- until now there was no other way
