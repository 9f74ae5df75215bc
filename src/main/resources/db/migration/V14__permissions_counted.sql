-- How many permissions a role carries, as a number, so that lists filter and sort by it. The version before asks permission_count.
create function permission_number(role integer) returns integer stable language sql as $$
  select count(*)::integer from role_permissions p where p.role_id = role
$$;
