-- A board was looked at when its session was to end as it was planned while the board was opened. Those whose session ends sooner
-- by now, or is no more, are looked at when they should be; of notes that are mingled already and whose session is no more, as was
-- said. Boards whose notes are mingled are looked at once within a day, because how long notes are kept is not said here.
update board_task t set due_at = least(t.due_at, case
        when s.number is null then now()
        when b.mingled then now() + random() * interval '1 day'
        else s.starts_at + s.minutes * interval '1 minute' + interval '2 minutes' end)
from board b join workshop w on (w.tenant, w.id) = (b.tenant, b.workshop)
    left join session s on (s.tenant, s.workshop, s.number) = (b.tenant, b.workshop, b.session) and w.status <> 'CANCELLED'
where (t.institution, t.board) = (b.tenant, b.id) and (s.number is not null or not b.mingled);
