-- Waves of people who were asked elsewhere: nobody was invited, and nobody knows what they were asked. They count in no rate of
-- those invited and in no item analysis; their answers count as all do. There was none before survey-service told it.
alter table wave
    add column imported boolean not null default false;
