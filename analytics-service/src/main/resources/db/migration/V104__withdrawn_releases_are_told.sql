-- STUDY: of which releases the other services have been told that they are withdrawn. Those withdrawn before are told as well,
-- each with its own time: who wants news can tell that they are none.
create table withdrawn_release_told (
    number int primary key references release_erratum
);
grant select, insert on withdrawn_release_told to ${app};
