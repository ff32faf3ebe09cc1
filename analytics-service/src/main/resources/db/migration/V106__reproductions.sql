-- A release that is to be made again from its sealed counts, and what came out: computed beside requests, one at a time an
-- instance, as releases are. The last time it was asked for stands.
create table release_reproduction (
    release     int         primary key references release,
    state       text        not null check (state in ('waiting', 'made', 'failed')),
    asked_by    text        not null,
    asked_at    timestamptz not null,
    attempt     int         not null default 0,  -- how often an instance has taken it up
    failures    int         not null default 0,  -- since it was last asked for
    lease_until timestamptz,
    outcome     text,                            -- JSON: hashes, and whether they are the frozen ones
    ended_at    timestamptz
);
create index release_reproduction_waiting on release_reproduction (asked_at) where state = 'waiting';
grant select, insert on release_reproduction to ${app};
grant update (state, asked_by, asked_at, attempt, failures, lease_until, outcome, ended_at) on release_reproduction to ${app};
