-- Two roles: one owns the tables and migrates them, the other is the application's and only uses them, so that it can't switch
-- off what guards them.

-- Gives that role what the application needs, and takes back what it has beside. To be called by the owner after migrating; does
-- nothing where both are one, or where all is as it should be.
create function hindcast_grant(application name) returns void language plpgsql as $$
declare
  schema constant name := current_schema();
  thing record;
begin
  if application in (current_user, '') then
    return;
  end if;
  if pg_has_role(application, current_user, 'member') then
    raise exception 'The role % may become %, which owns the tables: it must be neither a member of it nor a superuser.',
      application, current_user using errcode = 'invalid_role_specification';
  end if;
  perform pg_advisory_xact_lock(hashtext('hindcast_grant'));
  for thing in
    select c.oid::regclass as name, case c.relkind when 'S' then 'sequence' else 'table' end as kind, n.needs
    from pg_class c
    cross join lateral (
      select case
        when c.relkind = 'S' then array['USAGE']
        when c.relkind = 'v' or c.relname = 'flyway_schema_history' then array['SELECT']
        when c.relname in ('audit_entries', 'audit_changes') then array['INSERT', 'SELECT']
        else array['DELETE', 'INSERT', 'SELECT', 'UPDATE'] end as needs) n
    where c.relnamespace = quote_ident(schema)::regnamespace and c.relkind in ('r', 'v', 'S')
      and pg_get_userbyid(c.relowner) = current_user
      and n.needs is distinct from (
        select array_agg(a.privilege_type order by a.privilege_type)
        from aclexplode(c.relacl) a
        where a.grantee = quote_ident(application)::regrole)
  loop
    execute format('revoke all on %s %s from %I', thing.kind, thing.name, application);
    execute format('grant %s on %s %s to %I', array_to_string(thing.needs, ', '), thing.kind, thing.name, application);
  end loop;
  for thing in
    select p.oid::regprocedure as name
    from pg_proc p
    where p.pronamespace = quote_ident(schema)::regnamespace and pg_get_userbyid(p.proowner) = current_user
      and not has_function_privilege(application, p.oid, 'execute')
  loop
    execute format('grant execute on routine %s to %I', thing.name, application);
  end loop;
  if not has_schema_privilege(application, schema, 'usage') then
    execute format('grant usage on schema %I to %I', schema, application);
  end if;
  if has_schema_privilege(application, schema, 'create') then
    execute format('revoke create on schema %I from public, %I', schema, application);
  end if;
  if not has_database_privilege(application, current_database(), 'temporary') then
    execute format('grant temporary on database %I to %I', current_database(), application);
  end if;
end $$;

do $$
begin
  -- The function as it stands; the sums that it makes anew are granted to whom the tables are.
  execute replace(pg_get_functiondef('hindcast_use_timescaledb()'::regprocedure),
    'return ''Predictions are a hypertable now.'';', $again$
  perform hindcast_grant(pg_get_userbyid(a.grantee))
  from pg_class c cross join aclexplode(c.relacl) a
  where c.oid = 'audit_entries'::regclass and a.privilege_type = 'INSERT' and a.grantee not in (0, c.relowner);
  return 'Predictions are a hypertable now.';$again$);
end $$;
