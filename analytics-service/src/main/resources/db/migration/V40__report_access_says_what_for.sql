-- What was read and what for. Accesses before this did not say; whoever reads without saying reads for the study's own
-- declared purpose, which is then written here.
alter table report_access
    add column version   int,
    add column watermark text,
    add column document  text,
    add column purpose   text;
