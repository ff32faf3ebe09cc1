-- A reminder is of somebody's own agreement: the schedule writes the agreement's dates into it, which nobody else should learn.
delete from agreement_reminder r where not exists (
    select from agreement a where a.tenant = r.tenant and a.id = r.agreement and r.person in (a.owner, a.partner));
create policy party_adds on agreement_reminder as restrictive for insert to ${app} with check (
    exists (select from agreement a where a.tenant = agreement_reminder.tenant and a.id = agreement_reminder.agreement));
-- and stays of that agreement
revoke update on agreement_reminder from ${app};
grant update (address, contact_at, review_at) on agreement_reminder to ${app};
