-- survey-service has an account for each institution now; those that are there get theirs when they are settled again.
update institution set settled = null where retired_at is null and state <> 'REQUESTED';
