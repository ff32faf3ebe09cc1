-- What is known of an instrument's validity is told with its waves and shown with every result. Instruments known before are
-- told again with their next wave, or when the log is read anew.
alter table instrument add validation_status text;
grant update (validation_status) on instrument to ${app};
