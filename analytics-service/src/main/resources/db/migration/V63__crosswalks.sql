-- PLATFORM: what others declared once and for good. Which items of two versions of instruments are the same (survey-service);
-- which module trains which competency and which scale measures it, number by number (curriculum-service). A rebuild reads
-- them again and finds them here.
create table item_crosswalk (
    key     text primary key,
    content text not null
);
create table module_crosswalk (
    key     text not null,
    number  int  not null check (number > 0),
    content text not null,
    primary key (key, number)
);
grant select, insert on item_crosswalk, module_crosswalk to ${app};

-- Reports are kept by the versions of institutions: where one could read differently now, the version rises.
create procedure raise_all_asking(key text, of_version text)
    language sql security definer set search_path = pg_catalog, pg_temp
    begin atomic
        update public.institution_version set version = version + 1
        where tenant in (select w.tenant from public.wave w
                         where w.instrument_key = key and w.instrument_version = of_version);
    end;
create procedure raise_all_teaching(curricula text[])
    language sql security definer set search_path = pg_catalog, pg_temp
    begin atomic
        update public.institution_version set version = version + 1
        where tenant in (select w.tenant from public.workshop w where w.curriculum = any(curricula));
    end;
revoke all on procedure raise_all_asking(text, text), raise_all_teaching(text[]) from public;
grant execute on procedure raise_all_asking(text, text), raise_all_teaching(text[]) to ${app};
