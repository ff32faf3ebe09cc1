-- A shipped instrument may be translated after it was published: its structure and original wording stay, so answers do.
-- Whatever else is changed is refused, whoever tries.
create function only_gains_translations(before text, now text) returns boolean language sql immutable as $$
    select coalesce(nullif(before::jsonb -> 'translations', 'null'), '[]') = '[]'
       and coalesce(nullif(now::jsonb -> 'translations', 'null'), '[]') <> '[]'
       and before::jsonb - 'translations' = now::jsonb - 'translations'
$$;

create function keep_instrument() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - 'definition' <> to_jsonb(old) - 'definition'
       or not only_gains_translations(old.definition, new.definition) then
        raise exception 'instrument % % is frozen, but for its first translations', old.key, old.version;
    end if;
    return new;
end $$;
create trigger keep_instrument before update on instrument for each row execute function keep_instrument();
grant update (definition) on instrument to ${app};
