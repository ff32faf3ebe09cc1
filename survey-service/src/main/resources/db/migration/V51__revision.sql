-- How often an answer was sent: the first time and with each correction. It is the version of what is told of it.
alter table response
    add column revision   int     not null default 1 check (revision > 0),
    add column unfinished boolean not null default false; -- taken as it was saved, when the wave closed
