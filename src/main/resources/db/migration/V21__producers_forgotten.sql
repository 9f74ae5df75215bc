-- Whoever produced only what is forgotten by now may be deleted.

-- Deletes the producers of series that have no predictions left. Each series is looked up by the first entry of its index, in an
-- order, or the planner might read all predictions for it. One that somebody writes to or replaces is left to the next time.
create function forget_producers() returns void language plpgsql as $$
declare
  series integer;
begin
  for series in
    select r.version
    from (select distinct model_version_id as version from prediction_producers) r
    left join lateral (
      select p.id from predictions p where p.model_version_id = r.version order by p.predicted_at, p.id limit 1) p on true
    where p.id is null
  loop
    if pg_try_advisory_xact_lock(hashtext('replace_predictions'), series) then
      delete from prediction_producers r
      where r.model_version_id = series
        and (select p.id from predictions p where p.model_version_id = series order by p.predicted_at, p.id limit 1) is null;
    end if;
  end loop;
end $$;

-- As before, and the producers.
create or replace function forget_predictions(age interval) returns bigint language plpgsql as $$
declare
  oldest timestamptz := date_trunc('day', now() - age, 'UTC');
  gone bigint;
begin
  perform hindcast_unpack_freely();
  insert into prediction_changes (model_version_id, day)
  select distinct model_version_id, day
  from (select model_version_id, date_trunc('day', predicted_at, 'UTC') as day from predictions where predicted_at < oldest) p;
  if hindcast_has_timescaledb() then
    perform drop_chunks('predictions', older_than => oldest);
  end if;
  execute format('delete from predictions where predicted_at < %L', oldest);
  delete from prediction_keys where predicted_at < oldest;
  get diagnostics gone = row_count;
  perform forget_producers();
  return gone;
end $$;

select forget_producers();
