-- STUDY: which releases the other services have been told of. Those that were frozen before are told as well, each with its
-- own time: who wants news can tell that they are none.
create table release_told (
    number int primary key references release
);
grant select, insert on release_told to ${app};
