-- What changed lately in a few rooms is read without walking past every sign-in.
create index audit_entries_room_id on audit_entries (room, id);
