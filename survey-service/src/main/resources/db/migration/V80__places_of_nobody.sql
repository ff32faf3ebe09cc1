-- How far a round of mails has gone is kept under a code that leads to nobody without this service's secret: a place that
-- stays where a mail was refused told whose mail was due, and so what that person had done. Whose invitation or notice was
-- refused is kept by such codes as well, to be tried again: a turn that was put back moved again once that person had answered.
--
-- A round that is under way had its place in another order. It is taken as done: rather none than two.
alter table mailing_round
    add column again uuid[] not null default '{}',
    drop constraint mailing_round_number_check,
    add constraint mailing_round_number_check check (number >= 0); -- 0: of invitations only who is tried again
update mailing_round set done = true where after is not null;
update mailing_round set after = null;
