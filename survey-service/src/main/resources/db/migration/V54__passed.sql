-- Whether a person's turn for the invitation by mail has come. It comes in the order of ids, whatever anybody has done, and
-- whoever is not on the roster, or has no address there, keeps it. Until now it was known of a round how far it had got and,
-- beside that, who had joined behind it; who left before their turn and came back after the round was in neither.
alter table invitation add column passed boolean not null default false;
update invitation i set passed = true
where exists (select from mailing_round m where m.tenant = i.tenant and m.wave = i.wave
                                            and (m.done or m.after >= i.participant))
  and not exists (select from newcomer n where n.tenant = i.tenant and n.wave = i.wave and n.participant = i.participant);
create index invitation_not_passed on invitation (tenant, wave, participant) where not passed and not revoked;

drop table newcomer;
delete from mailing_round where number = 0;
alter table mailing_round
    drop constraint mailing_round_number_check,
    add constraint mailing_round_number_check check (number > 0); -- reminders only
