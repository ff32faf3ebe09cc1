-- The others were not told when an institution's retention was over. Those that were retired are retired once more, which
-- changes nothing and tells it.
update institution set retired_at = null where retired_at is not null;
