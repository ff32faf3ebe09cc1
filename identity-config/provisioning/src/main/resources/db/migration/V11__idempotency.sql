-- Requests that carried an Idempotency-Key. Of the key only a hash is kept; the answer is sealed with the key itself, so
-- that nobody who reads this table can read an answer: it may hold a portal's secret.
create table idempotency (
    caller       text        not null, -- subject of the token
    key_hash     bytea       not null,
    fingerprint  bytea       not null, -- of method, path and body
    attempt      int         not null, -- rises each time the request is taken up again after a crash
    begun_at     timestamptz not null,
    leased_until timestamptz not null, -- until then whoever works on it is taken to be alive
    effect       text,                 -- what the request has written, named in the transaction that wrote it
    answer       bytea,
    primary key (caller, key_hash)
);
create index idempotency_begun on idempotency (begun_at);
grant select, insert, update, delete on idempotency to ${app};
