-- What each of a text's two coders had coded it as before they talked; null where that was not sent.
alter table coding
    add column first_codes  text[],
    add column second_codes text[],
    add check ((first_codes is null) = (second_codes is null));
