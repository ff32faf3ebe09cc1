-- Which module trains which competency, and which scale measures it: shared by all institutions, numbered, never changed.
create table crosswalk (
    key        text        not null,
    number     int         not null check (number >= 1),
    said_at    timestamptz not null,
    content    jsonb       not null,
    primary key (key, number)
);
grant select, insert on crosswalk to ${app};
