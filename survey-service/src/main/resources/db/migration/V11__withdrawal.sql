-- A withdrawal is of one person from one protocol, by pseudonym: whoever withdrew cannot answer under it again. A day,
-- no time: what happened within one second of it elsewhere could otherwise be laid beside it.
create table withdrawal (
    tenant    tenant_id not null,
    id        uuid      not null,
    protocol  uuid      not null,
    pseudonym bytea     not null,
    policy    text      not null check (policy in ('RETAIN', 'EXCLUDE', 'DESTROY')), -- of the protocol, on that day
    day       date      not null, -- by the institution's clocks
    answers   int       not null check (answers >= 0), -- how many there were
    primary key (tenant, id),
    unique (tenant, protocol, pseudonym),
    foreign key (tenant, protocol) references protocol (tenant, id)
);
call protect_tenant_table('withdrawal', '${app}', '${owner}');
revoke update, delete on withdrawal from ${app};

-- The receipts of answers that were withdrawn, so that a withdrawal asked for twice is answered the same.
create table withdrawn_receipt (
    tenant       tenant_id not null,
    receipt_hash bytea     not null,
    withdrawal   uuid      not null,
    primary key (tenant, receipt_hash),
    foreign key (tenant, withdrawal) references withdrawal (tenant, id)
);
call protect_tenant_table('withdrawn_receipt', '${app}', '${owner}');
revoke update, delete on withdrawn_receipt from ${app};

-- Answers that stay but count nowhere. A table of their own, so that nothing that reads answers can forget to leave them
-- out; the service puts them here and never reads them again.
create table excluded_response (
    tenant           tenant_id not null,
    id               uuid      not null,
    wave             uuid      not null,
    pseudonym        bytea     not null,
    research         boolean   not null,
    consent_version  text      not null,
    consent_language text      not null,
    answers          jsonb     not null,
    texts            jsonb     not null,
    primary key (tenant, id)
);
call protect_tenant_table('excluded_response', '${app}', '${owner}');
revoke update, delete on excluded_response from ${app};

create index response_receipt on response (receipt_hash);

-- Whose invitations are gone for good: a roster that still names them invites them no more. A keyed hash of the
-- participant, of its own kind: it is no pseudonym, so even pages of the database that held the invitation just before
-- cannot be laid beside an answer.
create table forgotten (
    tenant      tenant_id not null,
    fingerprint bytea     not null,
    primary key (tenant, fingerprint)
);
call protect_tenant_table('forgotten', '${app}', '${owner}');
revoke update, delete on forgotten from ${app};
