-- What requests with an Idempotency-Key have made, for a day. Of the key only a hash is kept.
create table repeated_request (
    caller      text        not null, -- subject of the token
    key_hash    bytea       not null,
    fingerprint bytea       not null, -- of what was asked for
    made        text        not null,
    made_at     timestamptz not null default now(),
    primary key (caller, key_hash)
);
create index repeated_request_made_at on repeated_request (made_at);
grant select, insert, delete on repeated_request to ${app};
