-- What a hub's administrators see of its institutions' facilitators: whom they offer, as the institutions of the hub see it
-- too. Answered only where no institution is bound, so that no institution can ask for another hub's; that the caller
-- administers the hub, the service asks the registry before.
create function facilitators_of_hub(whose text)
    returns table (institution text, name text, email text, trained_on date, trained_by text, delivered int)
    language sql stable security definer set search_path = public, pg_temp as
$$
    select coalesce(i.name, i.alias), f.name, f.email, t.trained_on, t.trained_by,
           (select count(*)::int from workshop_facilitator d
              join workshop w on (w.tenant, w.id) = (d.tenant, d.workshop) and w.status = 'DELIVERED'
            where (d.tenant, d.facilitator) = (f.tenant, f.id))
    from facilitator f
      join institution i on i.id = f.tenant
      left join lateral (select l.trained_on, l.trained_by from facilitator_training l
                         where (l.tenant, l.facilitator) = (f.tenant, f.id)
                         order by l.trained_on desc, l.position desc limit 1) t on true
    where f.offered and i.state = 'active' and i.hub = whose and current_tenant() is null
    order by 1, 2, f.tenant, f.id
$$;
revoke all on function facilitators_of_hub(text) from public;
grant execute on function facilitators_of_hub(text) to ${app};
create index institution_of_hub on institution (hub);
