-- Whoever was not here for a year is told with a reminder that it is the last one unless they come back; it lapses when the next
-- one would be due.
alter table agreement_reminder add column last boolean not null default false;
grant update (last) on agreement_reminder to ${app};
