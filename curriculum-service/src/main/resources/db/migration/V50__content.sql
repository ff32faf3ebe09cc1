-- What a version teaches, beside the list of its modules: the files of its package, each kept byte by byte as its author
-- wrote it, and beside the file what is asked for: who may read it, and its words.
alter table curriculum_version drop constraint curriculum_version_status_check;
alter table curriculum_version
    add constraint curriculum_version_status_check check (status in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    add column manifest           text,   -- curriculum.json as written; null if it was drafted without a package
    add column digest             text,   -- of all files; null as above
    add column language           text not null default 'en',
    add column languages          text[] not null default '{en}',
    add column licence            text,
    add column citation           text,
    add column attribution        text,
    add column changes            text,   -- what is new since the version before
    add column evidence           text,   -- address of a study of it
    add column source_curriculum  text,   -- the version it was adapted from
    add column source_version     text,
    add column published_at       timestamptz,
    add foreign key (source_curriculum, source_version) references curriculum_version;
alter table module add column audiences text[]; -- null: whomever the curriculum addresses

create table part (
    curriculum   text not null,
    version      text not null,
    module       text not null,
    position     int  not null,
    key          text not null,
    kind         text not null,
    readers      text not null check (readers in ('everyone', 'facilitators')),
    title        text not null,
    language     text not null,
    source       text not null, -- the file
    body         text not null, -- its words for whoever may read the part
    facilitation text not null, -- its words for facilitators alone
    words        tsvector not null generated always as (
        case when readers = 'everyone' then
            setweight(to_tsvector(case language when 'en' then 'english'::regconfig else 'simple'::regconfig end, title), 'A')
            || to_tsvector(case language when 'en' then 'english'::regconfig else 'simple'::regconfig end, body)
        else ''::tsvector end) stored,
    all_words    tsvector not null generated always as (
        setweight(to_tsvector(case language when 'en' then 'english'::regconfig else 'simple'::regconfig end, title), 'A')
        || to_tsvector(case language when 'en' then 'english'::regconfig else 'simple'::regconfig end, body || ' ' || facilitation))
        stored,
    primary key (curriculum, version, module, position),
    unique (curriculum, version, module, key),
    foreign key (curriculum, version, module) references module (curriculum, version, key)
);
create index part_words on part using gin (words);
create index part_all_words on part using gin (all_words);

create table worksheet (
    curriculum text not null,
    version    text not null,
    position   int  not null,
    key        text not null,
    kind       text not null,
    title      text not null,
    source     text not null, -- the file
    primary key (curriculum, version, position),
    unique (curriculum, version, key),
    foreign key (curriculum, version) references curriculum_version
);
-- a draft is replaced as a whole
grant select, insert, delete on part, worksheet to ${app};
grant delete on module, curriculum_version to ${app};

-- That a published version never changes is not left to the code.
create function keep_published_content() returns trigger language plpgsql as $$
begin
    if exists (
        select from curriculum_version v
        where v.curriculum = coalesce(new.curriculum, old.curriculum)
          and v.version = coalesce(new.version, old.version) and v.status <> 'DRAFT')
    then
        raise exception 'a published version does not change' using errcode = '23514';
    end if;
    return coalesce(new, old);
end $$;
create trigger keep_published before insert or update or delete on module
    for each row execute function keep_published_content();
create trigger keep_published before insert or update or delete on part
    for each row execute function keep_published_content();
create trigger keep_published before insert or update or delete on worksheet
    for each row execute function keep_published_content();

create function keep_published_version() returns trigger language plpgsql as $$
begin
    if old.status <> 'DRAFT' and (tg_op = 'DELETE' or new.status = 'DRAFT'
        or (to_jsonb(new) - 'status' - 'revision') <> (to_jsonb(old) - 'status' - 'revision'))
    then
        raise exception 'a published version does not change' using errcode = '23514';
    end if;
    return coalesce(new, old);
end $$;
create trigger keep_published before update or delete on curriculum_version
    for each row execute function keep_published_version();
