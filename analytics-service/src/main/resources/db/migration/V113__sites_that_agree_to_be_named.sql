-- STUDY: which institutions agree that releases of a study name them with what their people gained; by whom, when, and on which
-- version of the words. Nothing is forgotten; withdrawn, an agreement counts for no later release.
create table site_agreement (
    id           uuid primary key,
    study        text        not null references study,
    institution  text        not null,
    text_version int         not null check (text_version > 0),
    agreed_by    text        not null,
    agreed_at    timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index site_agreement_in_force on site_agreement (study, institution) where withdrawn_at is null;
grant select, insert on site_agreement to ${app};
grant update (withdrawn_by, withdrawn_at) on site_agreement to ${app};

-- STUDY: which institutions a release names, shown or not: whoever reads it knows them for good. Added, never changed.
create table release_site (
    release     int  not null references release,
    institution text not null,
    primary key (release, institution)
);
grant select, insert on release_site to ${app};
