-- What participants fill in is theirs. Every row has an owner beside its tenant, and the database shows it to nobody else,
-- whatever their role; what others may read is said here, table by table.

-- Who has come to their worksheets, so that one person can name another by the name of their account. Everybody who is
-- bound to the institution could resolve a name; each writes the own row only.
create table known_person (
    tenant   tenant_id   not null default current_tenant(),
    subject  text        not null default current_person(),
    username text        not null,
    seen_at  timestamptz not null default now(),
    primary key (tenant, subject)
);
create index known_person_by_name on known_person (tenant, username);
call protect_tenant_table('known_person', '${app}', '${owner}');
create policy own_adds on known_person as restrictive for insert to ${app} with check (subject = current_person());
create policy own_changes on known_person as restrictive for update to ${app} using (subject = current_person());
create policy own_removes on known_person as restrictive for delete to ${app} using (subject = current_person());

create table filled_sheet (
    tenant             tenant_id   not null default current_tenant(),
    owner              text        not null default current_person(),
    id                 uuid        not null,
    curriculum         text        not null, -- where its definition was taken from
    curriculum_version text        not null,
    worksheet          text        not null,
    definition         text        not null, -- the worksheet as it was then: it outlives whatever becomes of that version
    version            int         not null check (version >= 1),
    made_at            timestamptz not null default now(),
    primary key (tenant, id),
    unique (tenant, owner, id)
);
create index filled_sheet_of_owner on filled_sheet (tenant, owner, id);

create table filled_answers (
    tenant   tenant_id   not null default current_tenant(),
    owner    text        not null default current_person(),
    sheet    uuid        not null,
    number   int         not null check (number >= 1),
    answers  jsonb       not null,
    saved_at timestamptz not null default now(),
    primary key (tenant, sheet, number),
    foreign key (tenant, owner, sheet) references filled_sheet (tenant, owner, id) on delete cascade
);

-- The owner shows a sheet to one named person, for a time; only as it is now, never what it said before.
create table sheet_share (
    tenant tenant_id   not null default current_tenant(),
    owner  text        not null default current_person(),
    sheet  uuid        not null,
    id     uuid        not null,
    reader text        not null check (reader <> owner),
    since  timestamptz not null default now(),
    until  timestamptz not null,
    primary key (tenant, id),
    unique (tenant, sheet, reader),
    foreign key (tenant, owner, sheet) references filled_sheet (tenant, owner, id) on delete cascade
);
create index sheet_share_of_reader on sheet_share (tenant, reader, sheet);
call protect_owned_table('sheet_share', '${app}', '${owner}', 'reader = current_person()');
call protect_owned_table('filled_sheet', '${app}', '${owner}',
    'exists (select from sheet_share s where s.tenant = filled_sheet.tenant and s.sheet = filled_sheet.id'
    ' and s.reader = current_person() and s.until > now())');
call protect_owned_table('filled_answers', '${app}', '${owner}',
    'exists (select from filled_sheet f join sheet_share s on s.tenant = f.tenant and s.sheet = f.id'
    ' where f.tenant = filled_answers.tenant and f.id = filled_answers.sheet and f.version = filled_answers.number'
    ' and s.reader = current_person() and s.until > now())');

-- Answers laid side by side. Consent names the other person and one stage; the answers of that stage are set aside as
-- they are then, and the other sees them once there is their own consent, and not before.
create table comparison_consent (
    tenant    tenant_id   not null default current_tenant(),
    owner     text        not null default current_person(),
    partner   text        not null check (partner <> owner),
    worksheet text        not null,
    sheet     uuid        not null,
    stage     text        not null,
    given_at  timestamptz not null default now(),
    primary key (tenant, owner, partner, worksheet),
    unique (tenant, owner, sheet),
    foreign key (tenant, owner, sheet) references filled_sheet (tenant, owner, id) on delete cascade
);
create index comparison_consent_of_partner on comparison_consent (tenant, partner);
create table comparison_answers (
    tenant    tenant_id not null default current_tenant(),
    owner     text      not null default current_person(),
    partner   text      not null,
    worksheet text      not null,
    answers   jsonb     not null,
    primary key (tenant, owner, partner, worksheet),
    foreign key (tenant, owner, partner, worksheet) references comparison_consent on delete cascade
);
call protect_owned_table('comparison_consent', '${app}', '${owner}', 'partner = current_person()');
call protect_owned_table('comparison_answers', '${app}', '${owner}',
    'partner = current_person() and exists (select from comparison_consent mine where mine.tenant = comparison_answers.tenant'
    ' and mine.owner = current_person() and mine.partner = comparison_answers.owner'
    ' and mine.worksheet = comparison_answers.worksheet)');
