-- When the day is over until which a closed institution's data were to be kept, identity tells it, and whatever says
-- something of a person goes: rosters, facilitators, programmes, and what people wrote. How many they were stays with the workshops. The service
-- itself could not do it, because it is shown nobody's rows but the caller's; the owner of the tables does, for the one
-- institution that has been told of and for nothing else.
alter table institution add column retired boolean not null default false;

create function erase_people() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from attendance where tenant = new.id;
    delete from participant where tenant = new.id;
    delete from agreement where tenant = new.id; -- with its rounds, signatures and reminders
    delete from filled_sheet where tenant = new.id; -- with its answers, shares and comparisons
    delete from facilitator where tenant = new.id;
    delete from programme_member where tenant = new.id;
    delete from known_person where tenant = new.id;
    return null;
end
$$;
create trigger erase_people after insert or update on institution
    for each row when (new.retired) execute function erase_people();
