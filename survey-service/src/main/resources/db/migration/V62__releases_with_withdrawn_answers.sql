-- Which frozen releases still hold withdrawn answers, as analytics-service tells it. Until it has, this is kept: of which
-- withdrawal an answer was. Told, the answer's number goes, and what is left beside the withdrawal names releases alone.
create table awaited_answer (
    tenant     tenant_id not null,
    response   uuid      not null,
    withdrawal uuid      not null,
    primary key (tenant, response),
    foreign key (tenant, withdrawal) references withdrawal (tenant, id)
);
create index awaited_answer_of_withdrawal on awaited_answer (tenant, withdrawal);
call protect_tenant_table('awaited_answer', '${app}', '${owner}');
revoke update on awaited_answer from ${app};

create table holding_release (
    tenant     tenant_id not null,
    withdrawal uuid      not null,
    number     int       not null check (number > 0),
    title      text      not null, -- of its study
    address    text      not null,
    certain    boolean   not null, -- that it holds an answer; else that cannot be ruled out
    primary key (tenant, withdrawal, number),
    foreign key (tenant, withdrawal) references withdrawal (tenant, id)
);
call protect_tenant_table('holding_release', '${app}', '${owner}');
revoke delete on holding_release from ${app};

-- That all of it was told, and so that no count holds the answers any more. Withdrawals of before have neither this nor
-- answers awaited: nobody was asked.
create table withdrawal_told (
    tenant     tenant_id not null,
    withdrawal uuid      not null,
    day        date      not null, -- by the institution's clocks
    primary key (tenant, withdrawal),
    foreign key (tenant, withdrawal) references withdrawal (tenant, id)
);
call protect_tenant_table('withdrawal_told', '${app}', '${owner}');
revoke update, delete on withdrawal_told from ${app};
