-- Both columns hold lower case only. Lowering them again for each row took most of the time of a search for a common word.
do $$
begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    drop index if exists users_search_text;
    drop index if exists users_email_text;
    create index users_search_text on users using gin (search_text gin_trgm_ops);
    create index users_email_text on users using gin (email gin_trgm_ops);
  end if;
end $$;
