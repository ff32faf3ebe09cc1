-- What a curriculum is called, and for whom it is, is settled with its first published version: until then the package that was
-- drafted last says so. A version is published, and a curriculum described anew, with the curriculum's row locked, so that of
-- the two at once the second sees the first.
grant update (title, audience, adapted_from, citation, licence) on curriculum to ${app};

create function keep_published_curriculum() returns trigger language plpgsql as $$
begin
    if new <> old and exists (select from curriculum_version v where v.curriculum = old.key and v.status <> 'DRAFT') then
        raise exception 'a curriculum of which a version was published does not change' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger keep_published before update on curriculum for each row execute function keep_published_curriculum();
