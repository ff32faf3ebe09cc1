-- Scales with reverse items, of single ratings and by the rule "at least so many" are scored. An instrument learnt before
-- that is told again with every wave that uses it; its items, and so how rows are packed, stay as they are.
grant update (structure) on instrument to ${app};

-- A decision may name that rule, too.
alter table scoring drop constraint scoring_missing_check;
alter table scoring
    add column minimum int check (minimum > 0),
    add constraint scoring_missing_check check (missing in ('complete', 'half', 'at_least')),
    add check ((missing = 'at_least') = (minimum is not null));
