-- The two columns of the list of people that could be sorted by, but only by reading everybody.
create index users_language_id on users (language, id);
create index users_time_zone_id on users (time_zone, id);
