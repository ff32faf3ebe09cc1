-- Which version is the newest, its numbers tell: 1.0.1 that mends an edition after 2.0.0 was published is not the newest.
alter table curriculum_version add column numbers numeric[] not null generated always as (
    string_to_array(btrim(regexp_replace(version, '[^0-9]+', '.', 'g'), '.'), '.')::numeric[]) stored;

-- What is generated is not there yet when a row is about to change; that the version it is made of stays is seen all the same.
create or replace function keep_published_version() returns trigger language plpgsql as $$
begin
    if old.status <> 'DRAFT' and (tg_op = 'DELETE' or new.status = 'DRAFT'
        or (to_jsonb(new) - 'status' - 'revision' - 'numbers') <> (to_jsonb(old) - 'status' - 'revision' - 'numbers'))
    then
        raise exception 'a published version does not change' using errcode = '23514';
    end if;
    return coalesce(new, old);
end $$;

-- Drafts are no content that is given away; what was counted of them kept them from being replaced.
delete from download d using curriculum_version v
where (v.curriculum, v.version) = (d.curriculum, d.version) and v.status = 'DRAFT';
