-- An agreement of two: its owner proposes, both sign. What is signed is a round, frozen when it is proposed; a change is a
-- new round, which both sign anew. Whatever one of the two does is a row of their own.
create table agreement (
    tenant     tenant_id   not null default current_tenant(),
    owner      text        not null default current_person(),
    id         uuid        not null,
    partner    text        not null check (partner <> owner),
    definition text        not null,
    made_at    timestamptz not null default now(),
    primary key (tenant, id),
    unique (tenant, owner, id)
);
create index agreement_of_owner on agreement (tenant, owner, id);
create index agreement_of_partner on agreement (tenant, partner, id);
create table agreement_round (
    tenant          tenant_id   not null default current_tenant(),
    owner           text        not null default current_person(),
    agreement       uuid        not null,
    round           int         not null check (round >= 1),
    answers         jsonb       not null,
    review_on       date        not null,
    contacts_a_year int         not null check (contacts_a_year between 1 and 52),
    proposed_at     timestamptz not null default now(),
    primary key (tenant, agreement, round),
    foreign key (tenant, owner, agreement) references agreement (tenant, owner, id) on delete cascade
);
create table agreement_signature (
    tenant    tenant_id   not null default current_tenant(),
    owner     text        not null default current_person(), -- who signed
    agreement uuid        not null,
    round     int         not null,
    signed_at timestamptz not null default now(),
    primary key (tenant, agreement, round, owner),
    foreign key (tenant, agreement, round) references agreement_round on delete cascade
);
-- One of the two ended it, without anybody's fault; or wants to see it no more, which once both do takes it away for good.
create table agreement_mark (
    tenant    tenant_id   not null default current_tenant(),
    owner     text        not null default current_person(),
    agreement uuid        not null,
    mark      text        not null check (mark in ('ended', 'left')),
    made_at   timestamptz not null default now(),
    primary key (tenant, agreement, owner, mark),
    foreign key (tenant, agreement) references agreement on delete cascade
);
call protect_owned_table('agreement', '${app}', '${owner}', 'partner = current_person()');
call protect_owned_table('agreement_round', '${app}', '${owner}',
    'exists (select from agreement a where a.tenant = agreement_round.tenant and a.id = agreement_round.agreement)');
call protect_owned_table('agreement_signature', '${app}', '${owner}',
    'exists (select from agreement a where a.tenant = agreement_signature.tenant and a.id = agreement_signature.agreement)');
call protect_owned_table('agreement_mark', '${app}', '${owner}',
    'exists (select from agreement a where a.tenant = agreement_mark.tenant and a.id = agreement_mark.agreement)');
-- only the two sign and end; an agreement is seen by the two alone
create policy party_adds on agreement_signature as restrictive for insert to ${app} with check (
    exists (select from agreement a where a.tenant = agreement_signature.tenant and a.id = agreement_signature.agreement));
create policy party_adds on agreement_mark as restrictive for insert to ${app} with check (
    exists (select from agreement a where a.tenant = agreement_mark.tenant and a.id = agreement_mark.agreement));
-- frozen is frozen
revoke update on agreement, agreement_round, agreement_signature, agreement_mark from ${app};
revoke delete on agreement_round, agreement_signature, agreement_mark from ${app};

-- Who wants to be reminded, and where: the person's own row, which says nothing of the agreement but when. Requests always
-- speak for a person; the schedule that sends speaks for none, and is the only one beside them to see it.
create table agreement_reminder (
    tenant       tenant_id not null default current_tenant(),
    person       text      not null default current_person(),
    agreement    uuid      not null,
    id           uuid      not null,
    address      text      not null,
    contact_days int,
    contact_at   timestamptz,
    review_at    timestamptz,
    primary key (tenant, id),
    unique (tenant, agreement, person),
    foreign key (tenant, agreement) references agreement on delete cascade
);
call protect_tenant_table('agreement_reminder', '${app}', '${owner}');
create policy own on agreement_reminder as restrictive to ${app}
    using (person = current_person() or current_person() is null)
    with check (person = current_person() or current_person() is null);

-- Ids only, so that one schedule can look after all institutions. A claim is a lease until due_at.
create table agreement_task (
    institution tenant_id   not null,
    reminder    uuid        not null,
    due_at      timestamptz not null,
    attempts    int         not null default 0,
    claim       uuid,
    primary key (institution, reminder),
    foreign key (institution, reminder) references agreement_reminder on delete cascade
);
create index agreement_task_due on agreement_task (due_at);
grant select, insert, update, delete on agreement_task to ${app};

-- When reminders of an agreement, or one of them, are due, by the newest round that both have signed.
create function schedule_reminders(whose text, which uuid, only_for uuid) returns void language sql as $$
    with in_force as (
        select r.review_on, 365 / r.contacts_a_year as days,
            coalesce((select i.time_zone from institution i where i.id = whose), 'UTC') as zone
        from agreement_round r join agreement_signature s on s.tenant = r.tenant and s.agreement = r.agreement and s.round = r.round
        where r.tenant = whose and r.agreement = which and not exists (
            select from agreement_mark m where m.tenant = whose and m.agreement = which and m.mark = 'ended')
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
create function agreement_signed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform from agreement where tenant = new.tenant and id = new.agreement for update; -- of two at once, the second sees both
    if (select count(*) from agreement_signature s
        where s.tenant = new.tenant and s.agreement = new.agreement and s.round = new.round) = 2
    then
        perform schedule_reminders(new.tenant, new.agreement, null);
    end if;
    return null;
end $$;
create function agreement_reminded() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform schedule_reminders(new.tenant, new.agreement, new.id);
    return null;
end $$;
create trigger signed after insert on agreement_signature for each row execute function agreement_signed();
create trigger reminded after insert on agreement_reminder for each row execute function agreement_reminded();

create function agreement_marked() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform from agreement where tenant = new.tenant and id = new.agreement for update;
    delete from agreement_reminder where tenant = new.tenant and agreement = new.agreement
        and (new.mark = 'ended' or person = new.owner);
    if (select count(*) from agreement_mark m where m.tenant = new.tenant and m.agreement = new.agreement and m.mark = 'left') = 2 then
        delete from agreement where tenant = new.tenant and id = new.agreement;
    end if;
    return null;
end $$;
create trigger marked after insert on agreement_mark for each row execute function agreement_marked();
