-- How far a round of mails has gone is kept under a code that leads to nobody without this service's secret: a place that
-- stays where a mail was refused told whose mail was due, and so what that person had done. Whose invitation or notice was
-- refused is kept by such codes as well, to be tried again: a turn that was put back moved again once that person had answered.
--
-- A round of reminders that is under way had its place in another order. It is taken as done: rather none than two. Of a new
-- consent text rather two than none: that round begins anew. The place has another name now, so that an older instance, which
-- would read codes as ids of people, fails and tries again until it is gone, instead of writing to somebody twice.
alter table mailing_round rename column after to place;
alter table mailing_round
    add column again uuid[] not null default '{}',
    drop constraint mailing_round_number_check,
    add constraint mailing_round_number_check check (number >= 0); -- 0: of invitations only who is tried again
update mailing_round set done = true where place is not null and number < 1000;
update mailing_round set place = null;
