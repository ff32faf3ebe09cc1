-- How often what was fetched, by institution and month, and by nobody: there is no column for a person, an address or a time.
-- Counts only rise.
create table download (
    institution tenant_id not null,
    month       date      not null check (extract(day from month) = 1),
    curriculum  text      not null,
    version     text      not null,
    what        text      not null check (what in ('PACKAGE', 'GUIDE', 'CARTRIDGE')),
    times       bigint    not null check (times >= 1),
    primary key (institution, month, curriculum, version, what),
    foreign key (curriculum, version) references curriculum_version
);
grant select, insert, update (times) on download to ${app};
create function keep_counting() returns trigger language plpgsql as $$
begin
    if new.times <= old.times then
        raise exception 'a count only rises' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger rises before update on download for each row execute function keep_counting();
