-- Platform: which items of two versions are the same. Frozen, as the versions are; nobody may change one.
create table crosswalk (
    from_key     text not null,
    from_version text not null,
    to_key       text not null,
    to_version   text not null,
    source       text not null, -- who says so
    same         text not null check (same is json array),
    primary key (from_key, from_version, to_key, to_version),
    foreign key (from_key, from_version) references instrument (key, version),
    foreign key (to_key, to_version) references instrument (key, version),
    check ((from_key, from_version) <> (to_key, to_version))
);
grant select, insert on crosswalk to ${app};
