-- STUDY: a declaration may be edited until results of it are read; afterwards an edit makes a new version. The table
-- `study` holds the version in force; what was read and then superseded is kept for good beside it.
alter table study
    add column version  int    not null default 1 check (version > 0),
    add column revision bigint not null default 0, -- rises with every change, also of the team
    add column read_at  timestamptz;               -- when results of this version were first handed out
grant update (title, definition, declared_by, declared_at, version, revision, read_at) on study to ${app};

create table superseded_study (
    study       text        not null references study,
    version     int         not null check (version > 0),
    title       text        not null,
    definition  text        not null,
    declared_by text        not null,
    declared_at timestamptz not null,
    read_at     timestamptz not null,
    primary key (study, version)
);
grant select, insert on superseded_study to ${app};

-- Studies so far declared no purpose; their title says what they are for. Who read one of them saw results of it.
update study set definition = (definition::jsonb || jsonb_build_object('purpose', title))::text
where not definition::jsonb ? 'purpose';
update study s set read_at = (select min(a.at) from report_access a where a.study = s.key);

-- People join a team and leave it; both are kept with their dates. At most one membership of a person is in force.
alter table team
    drop constraint team_pkey,
    add column id         bigint generated always as identity primary key,
    add column added_by   text,
    add column added_at   timestamptz,
    add column removed_by text,
    add column removed_at timestamptz;
update team t set added_by = s.declared_by, added_at = s.declared_at from study s where s.key = t.study;
alter table team alter column added_by set not null, alter column added_at set not null;
create unique index team_in_force on team (study, subject) where removed_at is null;
grant update (removed_by, removed_at) on team to ${app};

-- The text institutions agree to, in numbered versions; the newest is the one in force.
create table agreement_text (
    study        text        not null references study,
    version      int         not null check (version > 0),
    text         text        not null,
    material     boolean     not null, -- who agreed to an older text shares nothing until agreeing to this one or a newer
    published_by text        not null,
    published_at timestamptz not null,
    primary key (study, version)
);
grant select, insert on agreement_text to ${app};

-- Institutions so far named a text in words of their own; the first words become the study's first version.
insert into agreement_text
select distinct on (a.study) a.study, 1, a.text, true, s.declared_by, s.declared_at
from agreement a join study s on s.key = a.study order by a.study, a.joined_at;

alter table agreement alter column text drop not null; -- words of older agreements
alter table agreement
    add column text_version int not null default 1,
    add column renewed boolean not null default false, -- ended by agreeing to a newer text, not by leaving
    add foreign key (study, text_version) references agreement_text;
create index agreement_of_study on agreement (study, joined_at, id);

-- Whose consented rows a study may see now: those that take part and have agreed to what last changed materially.
create view sharing as
    select a.study, a.institution from agreement a
    where a.left_at is null and a.text_version >= coalesce(
        (select max(t.version) from agreement_text t where t.study = a.study and t.material), 1);
grant select on sharing to ${app};

create or replace function joined_institutions() returns text[]
    language sql stable security definer set search_path = pg_catalog, pg_temp
    return array(select s.institution::text from public.sharing s
                 where s.study = nullif(current_setting('app.study', true), ''));

-- What is known of a curriculum is what delivered workshops tell. These two say no more than that: a curriculum was
-- delivered somewhere, and which modules were ever covered. They look past row-level security, as the owner may.
create function curriculum_is_known(curriculum text) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    return exists (select from public.workshop w where w.curriculum = $1);
create function modules_of_curriculum(curriculum text) returns text[]
    language sql stable security definer set search_path = pg_catalog, pg_temp
    return array(select distinct m from public.workshop w, unnest(w.modules) m
                 where w.curriculum = $1 and w.coverage_known order by m);
revoke all on function curriculum_is_known(text), modules_of_curriculum(text) from public;
grant execute on function curriculum_is_known(text), modules_of_curriculum(text) to ${app};
create index workshop_of_curriculum on workshop (curriculum);
