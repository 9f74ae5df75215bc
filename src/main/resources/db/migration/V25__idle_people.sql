-- Who of those that may not sign in signed in last: mostly nobody, and an index of the time alone is read whole to find that out.
create index users_active_last_login_at on users (active, last_login_at, id);
