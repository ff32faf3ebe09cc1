-- STUDY: what a study publishes. A draft is worked on: computed, audited, approved by a second person, frozen. What is frozen
-- stands in tables of its own, to which rows can be added and in which nothing can be changed or removed.
create table release_draft (
    id             uuid        primary key,
    study          text        not null references study,
    study_version  int         not null,
    purpose        text        not null,
    state          text        not null
        check (state in ('draft', 'computing', 'computed', 'audited', 'refused', 'failed', 'recalled', 'approved', 'frozen',
                         'discarded')),
    revision       bigint      not null default 0,   -- rises with every change
    drafted_by     text        not null,
    drafted_at     timestamptz not null,
    asked_by       text,                             -- who last had it computed
    attempt        int         not null default 0,   -- how often an instance has taken it up
    failures       int         not null default 0,   -- since it was last asked for
    lease_until    timestamptz,
    institutions   text[]      not null default '{}', -- whose answers are counted in it
    sealed_attempt int,                              -- the attempt whose cube counts
    cube_hash      text,
    computed_at    timestamptz,
    edition        int,                              -- 1 for the study's first release, 2 …: as known when it was audited
    candidate      bytea,                            -- what would be published
    candidate_hash text,
    findings       text,                             -- JSON: why it may not be published; no values
    audited_at     timestamptz,
    approved_by    text,
    approved_at    timestamptz,
    ended_at       timestamptz,
    check (state not in ('approved', 'frozen') or approved_by is not null),
    -- nobody approves what is their own, whatever the service says
    check (approved_by is null or (approved_by <> drafted_by and approved_by is distinct from asked_by))
);
create index release_draft_of_study on release_draft (study, id);
create index release_draft_open on release_draft (lease_until) where state in ('computing', 'computed');
grant select, insert on release_draft to ${app};
grant update (state, revision, asked_by, attempt, failures, lease_until, institutions, sealed_attempt, cube_hash,
              computed_at, edition, candidate, candidate_hash, findings, audited_at, approved_by, approved_at, ended_at)
    on release_draft to ${app};

create function keep_release_drafts() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'a release that is frozen or discarded does not change' using errcode = 'insufficient_privilege';
end
$$;
create trigger keep_release_drafts before update on release_draft for each row
    when (old.state in ('frozen', 'discarded')) execute function keep_release_drafts();

-- The unsuppressed counts that a release is made from. The service itself neither reads nor writes them: that is for the
-- role `release` alone. Those of a frozen release stay, because the release refers to them.
create table sealed_cube (
    draft     uuid        not null references release_draft,
    attempt   int         not null,
    hash      text        not null check (hash = encode(sha256(cube), 'hex')),
    cube      bytea       not null,
    sealed_at timestamptz not null default now(),
    primary key (draft, attempt)
);
grant select, insert, delete on sealed_cube to ${release};

-- What the study's next release has to know of it; goes with its cube.
create table sealed_standing (
    draft    uuid  not null,
    attempt  int   not null,
    edition  int   not null, -- which of the study's releases it would be: what stands depends on the one before
    standing bytea not null,
    primary key (draft, attempt, edition),
    foreign key (draft, attempt) references sealed_cube on delete cascade
);
grant select, insert on sealed_standing to ${release};

-- By which a study's releases tell whether the same people contributed; made once, and kept.
create table sealed_secret (
    study  text  primary key references study,
    secret bytea not null check (octet_length(secret) >= 32)
);
grant select, insert on sealed_secret to ${release};
grant select (id, state, attempt, sealed_attempt) on release_draft to ${release};

-- Frozen releases, numbered through over all studies. They can be added to, and that is all.
create table release (
    number         int         primary key check (number > 0),
    draft          uuid        not null unique references release_draft,
    sealed_attempt int         not null,
    study          text        not null references study,
    study_version  int         not null,
    title          text        not null,
    purpose        text        not null, -- on record for who reads it without saying what for
    content_hash   text        not null, -- SHA-256 of the document `json`, as everybody gets it
    cube_hash      text        not null,
    edition        int         not null check (edition > 0), -- which of the study's releases it is
    frozen_at      timestamptz not null,
    unique (study, edition),
    foreign key (draft, sealed_attempt, edition) references sealed_standing
);
grant select, insert on release to ${app};

create table release_document (
    release    int   not null references release,
    name       text  not null, -- json, csv, page, codebook, metadata, figures, figure/…
    media_type text  not null,
    hash       text  not null check (hash = encode(sha256(body), 'hex')),
    body       bytea not null,
    primary key (release, name)
);
alter table release_document alter column body set storage external;
grant select, insert on release_document to ${app};

-- Documents come with their release or not at all: in the transaction that adds it.
create function only_with_its_release() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (select from public.release r where r.number = new.release and r.xmin = pg_current_xact_id()::xid) then
        raise exception 'a frozen release is not added to' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger only_with_its_release before insert on release_document for each row
    execute function only_with_its_release();

-- A release is never edited. One that ought not to be used any more gets a notice beside it that says why.
create table release_erratum (
    release      int         primary key references release,
    reason       text        not null,
    replaced_by  int         references release check (replaced_by > release),
    withdrawn_by text        not null,
    withdrawn_at timestamptz not null
);
grant select, insert on release_erratum to ${app};

-- Who read which release, what for; the service can add to it and nothing else.
create table release_access (
    id       bigint generated always as identity primary key,
    release  int         not null references release,
    document text        not null,
    subject  text        not null,
    purpose  text        not null,
    at       timestamptz not null
);
grant insert on release_access to ${app};

-- A consented answer that is withdrawn, erased or corrected is in nothing that is frozen from that moment on: what was
-- computed with it is computed anew, and approved anew.
create function recall_release_drafts() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update public.release_draft
    set state = case state when 'computing' then 'computing' else 'recalled' end, revision = revision + 1,
        lease_until = null, attempt = attempt + 1, sealed_attempt = null, candidate = null, candidate_hash = null,
        cube_hash = null, findings = null, approved_by = null, approved_at = null
    where state in ('computing', 'computed', 'audited', 'refused', 'approved') and old.tenant = any (institutions);
    return null;
end
$$;
create trigger recall_release_drafts_of_erased after delete on response for each row
    when (old.research) execute function recall_release_drafts();
create trigger recall_release_drafts_of_changed after update on response for each row
    when (old.research and (not new.research or new.answers is distinct from old.answers))
    execute function recall_release_drafts();
