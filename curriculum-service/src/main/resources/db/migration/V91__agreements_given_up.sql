-- Whoever gives an agreement up sees it no more; so it ends for the other, too, or else they would be bound by something
-- they cannot read, let alone end. Nothing is signed, then, and nobody is reminded.

-- What one of the two does about an agreement is decided with its row locked: of two at once, the second decides by what the
-- first has done. False if the bound person is none of the two. The service may not change the row, so it cannot lock it.
create function lock_agreement(which uuid) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    perform from agreement where tenant = current_tenant() and id = which and current_person() in (owner, partner) for update;
    return found;
end
$$;
revoke all on function lock_agreement(uuid) from public;
grant execute on function lock_agreement(uuid) to ${app};

create function agreement_open_to_signing() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    perform from agreement where tenant = new.tenant and id = new.agreement and new.owner in (owner, partner) for update;
    if exists (select from agreement_mark m where m.tenant = new.tenant and m.agreement = new.agreement) then
        raise insufficient_privilege using message = 'the agreement has ended';
    end if;
    return new;
end
$$;
create trigger open_to_signing before insert on agreement_signature
    for each row execute function agreement_open_to_signing();

create or replace function schedule_reminders(whose text, which uuid, only_for uuid) returns void language sql as $$
    with in_force as (
        select r.review_on, 365 / r.contacts_a_year as days,
            coalesce((select i.time_zone from institution i where i.id = whose), 'UTC') as zone
        from agreement_round r join agreement_signature s on s.tenant = r.tenant and s.agreement = r.agreement and s.round = r.round
        where r.tenant = whose and r.agreement = which and not exists (
            select from agreement_mark m where m.tenant = whose and m.agreement = which)
        group by r.round, r.review_on, r.contacts_a_year having count(*) = 2 order by r.round desc limit 1),
    dated as (
        update agreement_reminder m set
            contact_days = f.days,
            contact_at = ((now() at time zone f.zone)::date + f.days + time '09:00') at time zone f.zone,
            review_at = case when f.review_on > (now() at time zone f.zone)::date
                then (f.review_on + time '09:00') at time zone f.zone end
        from in_force f
        where m.tenant = whose and m.agreement = which and (only_for is null or m.id = only_for)
        returning m.tenant, m.id, least(m.contact_at, m.review_at) as due_at)
    insert into agreement_task (institution, reminder, due_at) select tenant, id, due_at from dated
    on conflict (institution, reminder) do update set due_at = excluded.due_at, attempts = 0, claim = null
$$;

create or replace function agreement_marked() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform from agreement where tenant = new.tenant and id = new.agreement for update;
    delete from agreement_reminder where tenant = new.tenant and agreement = new.agreement;
    if (select count(*) from agreement_mark m where m.tenant = new.tenant and m.agreement = new.agreement and m.mark = 'left') = 2 then
        delete from agreement where tenant = new.tenant and id = new.agreement;
    end if;
    return null;
end $$;

-- those of agreements that are given up by now
delete from agreement_reminder r using agreement_mark m where m.tenant = r.tenant and m.agreement = r.agreement;
