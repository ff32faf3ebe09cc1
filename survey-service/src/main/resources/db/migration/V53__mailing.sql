-- Whether, and when, this service itself mails the links of a protocol's waves. Without a row portals do.
create table mailing (
    tenant        tenant_id not null,
    protocol      uuid      not null,
    reminder_days int[]     not null, -- after opening, rising
    quiet_from    time      not null,
    quiet_to      time      not null, -- by the institution's clocks; the same as quiet_from: never quiet
    primary key (tenant, protocol),
    foreign key (tenant, protocol) references protocol (tenant, id)
);
call protect_tenant_table('mailing', '${app}', '${owner}');

-- How far a wave's mails have gone out. Everybody invited is passed in the order of their ids, whether or not a mail is
-- due to them: so nothing here tells who had answered by then. It moves on before a mail is sent, never after.
create table mailing_round (
    tenant tenant_id not null,
    wave   uuid      not null,
    number int       not null check (number >= 0), -- 0 is the invitation, then the reminders
    after  uuid, -- the last participant passed
    done   boolean   not null default false,
    primary key (tenant, wave, number),
    foreign key (tenant, wave) references wave (tenant, id)
);
call protect_tenant_table('mailing_round', '${app}', '${owner}');
