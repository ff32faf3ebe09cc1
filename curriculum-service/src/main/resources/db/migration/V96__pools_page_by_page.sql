-- Pools come page by page, in the order of ids. Whom the institutions of a hub offer is said once, and asked by nobody but the
-- two functions below.
drop function facilitators_of_our_hub();
drop function facilitators_of_hub(text);

create function facilitators_offered(whose text, after uuid, most int)
    returns table (id uuid, institution text, name text, email text, trained_on date, trained_by text, delivered int)
    language sql stable as
$$
    select f.id, coalesce(i.name, i.alias), f.name, f.email, t.trained_on, t.trained_by,
           (select count(*)::int from workshop_facilitator d
              join workshop w on (w.tenant, w.id) = (d.tenant, d.workshop) and w.status = 'DELIVERED'
            where (d.tenant, d.facilitator) = (f.tenant, f.id))
    from (select o.tenant, o.id, o.name, o.email from facilitator o join institution h on h.id = o.tenant
          where o.offered and h.state = 'active' and h.hub = whose and o.id > after order by o.id limit most) f
      join institution i on i.id = f.tenant
      left join lateral (select l.trained_on, l.trained_by from facilitator_training l
                         where (l.tenant, l.facilitator) = (f.tenant, f.id)
                         order by l.trained_on desc, l.position desc limit 1) t on true
    order by f.id
$$;
revoke all on function facilitators_offered(text, uuid, int) from public;

-- The one way past the institution's own rows. It takes no hub, so nobody can ask for another one's; who asks is the bound
-- institution, and what is not offered is not shown.
create function facilitators_of_our_hub(after uuid, most int)
    returns table (id uuid, institution text, name text, email text, trained_on date, trained_by text, delivered int)
    language sql stable security definer set search_path = public, pg_temp as
$$
    select o.* from institution ours, facilitators_offered(ours.hub, after, most) o where ours.id = current_tenant()
$$;
revoke all on function facilitators_of_our_hub(uuid, int) from public;
grant execute on function facilitators_of_our_hub(uuid, int) to ${app};

-- The same for a hub's administrators. Answered only where no institution is bound, so that no institution can ask for
-- another hub's; that the caller administers the hub, the service asks the registry before.
create function facilitators_of_hub(whose text, after uuid, most int)
    returns table (id uuid, institution text, name text, email text, trained_on date, trained_by text, delivered int)
    language sql stable security definer set search_path = public, pg_temp as
$$
    select o.* from facilitators_offered(whose, after, most) o where current_tenant() is null
$$;
revoke all on function facilitators_of_hub(text, uuid, int) from public;
grant execute on function facilitators_of_hub(text, uuid, int) to ${app};
