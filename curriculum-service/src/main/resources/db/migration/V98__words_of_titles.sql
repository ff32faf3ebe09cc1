-- What has the words in its title is found first, however many others have them too.
create index part_title_words on part
    using gin (to_tsvector(case language when 'en' then 'english'::regconfig else 'simple'::regconfig end, title));
