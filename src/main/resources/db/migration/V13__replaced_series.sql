-- A series that is replaced: all predictions of a version go, with their keys, before others are stored in the same transaction.

-- To be called first. Two who replace the same series wait for each other, else both would stay; its days are summed anew.
create function begin_replacing(version integer) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('replace_predictions'), version);
  insert into prediction_changes (model_version_id, day)
  select version, d.day
  from (select s.bucket as day from predictions_daily s where s.model_version_id = version
        union
        select c.day from prediction_changes c where c.model_version_id = version) d;
end $$;

-- To be called until it returns 0: no statement may take long. Deletes about so many predictions, the earliest first, and keys.
create function clear_predictions(version integer, most integer) returns bigint language plpgsql as $$
declare
  last timestamptz;
  gone bigint;
begin
  perform hindcast_unpack_freely();
  select p.predicted_at into last from predictions p
  where p.model_version_id = version order by p.predicted_at, p.id offset most limit 1;
  execute format('delete from predictions where model_version_id = %s and predicted_at <= %L', version, coalesce(last, 'infinity'));
  get diagnostics gone = row_count;
  if last is null then
    delete from prediction_keys k where k.model_version_id = version;
  else
    delete from prediction_keys k where k.model_version_id = version and k.key in (
      select f.key from prediction_keys f where f.model_version_id = version order by f.key limit most);
  end if;
  return gone;
end $$;
