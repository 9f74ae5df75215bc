-- Functions that are asked by every page, in a language that plans their question once for a connection, not at every call.

create or replace function hindcast_has_timescaledb() returns boolean stable language plpgsql as $$
begin
  return exists (select from pg_extension where extname = 'timescaledb');
end $$;

create or replace function role_names(person integer) returns text stable language plpgsql as $$
begin
  return (select string_agg(r.name, ', ' order by r.name)
          from user_roles ur join roles r on r.id = ur.role_id
          where ur.user_id = person);
end $$;
