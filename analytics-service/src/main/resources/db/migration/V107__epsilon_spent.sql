-- STUDY: what differentially private studies have spent, an attempt to count a row. It is paid before anything is read, and
-- nothing is ever given back: rows can be added, and that is all.
create table epsilon_spent (
    draft    uuid        not null references release_draft,
    attempt  int         not null,
    study    text        not null references study,
    epsilon  numeric     not null check (epsilon > 0),
    budget   numeric     not null, -- in force then; the least of them is what a study may spend
    spent_at timestamptz not null,
    primary key (draft, attempt)
);
create index epsilon_spent_of_study on epsilon_spent (study);
grant select, insert on epsilon_spent to ${app};
