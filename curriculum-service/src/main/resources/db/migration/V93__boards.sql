-- What a group answers without names during a session. A note has no person, no time and no number: only what it says, a
-- random id, and what moderation made of it. Once the session is over notes are written anew in random order.
create table board (
    tenant   tenant_id not null default current_tenant(),
    id       uuid      not null,
    workshop uuid      not null,
    session  int       not null check (session >= 1),
    prompt   text      not null check (char_length(prompt) between 1 and 2000),
    link     uuid      not null, -- what its links are made of; another one voids them
    closed   boolean   not null default false, -- by hand, before the session is over
    mingled  boolean   not null default false, -- whether its notes lie in random order
    primary key (tenant, id),
    unique (tenant, link),
    foreign key (tenant, workshop) references workshop
);
create index board_of_workshop on board (tenant, workshop);
call protect_tenant_table('board', '${app}', '${owner}');

create table board_note (
    tenant tenant_id not null default current_tenant(),
    board  uuid      not null,
    id     uuid      not null,
    text   text      not null check (char_length(text) between 1 and 500),
    hidden boolean   not null default false,
    topic  text      not null default '' check (char_length(topic) <= 80), -- under which it was put; '' for none
    primary key (tenant, board, id),
    foreign key (tenant, board) references board on delete cascade
);
call protect_tenant_table('board_note', '${app}', '${owner}');

-- Ids only, so that one schedule can look after all institutions: when a board is to be looked at next.
create table board_task (
    institution tenant_id   not null,
    board       uuid        not null,
    due_at      timestamptz not null,
    primary key (institution, board),
    foreign key (institution, board) references board on delete cascade
);
create index board_task_due on board_task (due_at);
grant select, insert, update, delete on board_task to ${app};

-- Retention: as before, and boards too, since a note is free text.
create or replace function erase_people() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from attendance where tenant = new.id;
    delete from participant where tenant = new.id;
    delete from agreement where tenant = new.id; -- with its rounds, signatures and reminders
    delete from filled_sheet where tenant = new.id; -- with its answers, shares and comparisons
    delete from facilitator where tenant = new.id;
    delete from programme_member where tenant = new.id;
    delete from known_person where tenant = new.id;
    delete from board where tenant = new.id; -- with its notes
    return null;
end
$$;
