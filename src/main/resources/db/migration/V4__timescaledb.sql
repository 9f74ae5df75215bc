-- TimescaleDB where it is to be had. Without it the same questions are answered from ordinary tables.

create function hindcast_has_timescaledb() returns boolean stable language sql as $$
  select exists (select from pg_extension where extname = 'timescaledb')
$$;

-- Makes predictions a hypertable and its sums continuous aggregates. A database that gets the extension later is converted
-- by calling it once more: select hindcast_use_timescaledb();
create function hindcast_use_timescaledb() returns text language plpgsql as $$
declare
  width text;
begin
  if not hindcast_has_timescaledb() then
    -- Creating it where the server did not load it at its start would end the session.
    if current_setting('timescaledb.disable_load', true) is null
       or not exists (select from pg_available_extensions where name = 'timescaledb') then
      return 'TimescaleDB is not available: predictions stay an ordinary table.';
    end if;
    begin
      create extension timescaledb;
    exception when insufficient_privilege then
      return 'A superuser must first say: create extension timescaledb. Predictions stay an ordinary table.';
    end;
  end if;
  if exists (select from pg_class where relname = 'predictions_hourly' and relkind = 'v') then
    return 'Predictions are a hypertable already.';
  end if;
  lock table predictions in access exclusive mode;
  perform create_hypertable('predictions', 'predicted_at', chunk_time_interval => interval '30 days',
    create_default_indexes => false, migrate_data => true);
  drop table predictions_hourly, predictions_daily;
  foreach width in array array['hour', 'day'] loop
    execute format($sum$
      create materialized view %I with (timescaledb.continuous, timescaledb.materialized_only = true) as
      select model_version_id,
             time_bucket(%L::interval, predicted_at) as bucket,
             count(*) as count,
             sum(result) as result_sum,
             count(outcome) as known,
             sum(outcome) as outcome_sum,
             sum(result - outcome) as error_sum,
             sum(abs(result - outcome)) as absolute_sum,
             sum((result - outcome) * (result - outcome)) as square_sum,
             sum(case when abs(outcome) >= 1e-100 then abs((result - outcome) / outcome) end) as percent_sum,
             count(*) filter (where abs(outcome) < 1e-100) as zeros
      from predictions
      group by model_version_id, 2
      with no data
      $sum$, case width when 'hour' then 'predictions_hourly' else 'predictions_daily' end, '1 ' || width);
  end loop;
  alter table predictions set (timescaledb.compress, timescaledb.compress_segmentby = 'model_version_id',
    timescaledb.compress_orderby = 'predicted_at, id');
  insert into prediction_changes (model_version_id, day)
  select distinct model_version_id, date_trunc('day', predicted_at, 'UTC') from predictions;
  return 'Predictions are a hypertable now.';
end $$;

-- Makes the sums of changed days anew. To be called outside of a transaction, as a continuous aggregate demands.
create procedure refresh_predictions() language plpgsql as $$
declare
  seen bigint[];
  first timestamptz;
  last timestamptz;
begin
  if not pg_try_advisory_xact_lock(hashtext('refresh_predictions')) then
    return;
  end if;
  select array_agg(id), min(day), max(day) + interval '24 hours' into seen, first, last
  from (select id, day from prediction_changes order by id limit 100000) oldest;
  if seen is null then
    return;
  end if;
  if hindcast_has_timescaledb() then
    commit;
    call refresh_continuous_aggregate('predictions_hourly', first, last);
    call refresh_continuous_aggregate('predictions_daily', first, last);
  else
    call sum_predictions('predictions_hourly', 'hour', seen);
    call sum_predictions('predictions_daily', 'day', seen);
  end if;
  delete from prediction_changes where id = any(seen);
end $$;

-- Sums the days named by those changes into an ordinary table.
create procedure sum_predictions(sums regclass, width text, seen bigint[]) language plpgsql as $$
begin
  execute format($sum$
    delete from %s s
    using (select distinct model_version_id, day from prediction_changes where id = any($1)) c
    where s.model_version_id = c.model_version_id and s.bucket >= c.day and s.bucket < c.day + interval '24 hours'
    $sum$, sums) using seen;
  execute format($sum$
    insert into %s
    select p.model_version_id, date_trunc(%L, p.predicted_at, 'UTC'), count(*), sum(result), count(outcome), sum(outcome),
           sum(result - outcome), sum(abs(result - outcome)), sum((result - outcome) * (result - outcome)),
           sum(case when abs(outcome) >= 1e-100 then abs((result - outcome) / outcome) end),
           count(*) filter (where abs(outcome) < 1e-100)
    from (select distinct model_version_id, day from prediction_changes where id = any($1)) c
    join predictions p on p.model_version_id = c.model_version_id
      and p.predicted_at >= c.day and p.predicted_at < c.day + interval '24 hours'
    group by 1, 2
    $sum$, sums, width) using seen;
end $$;

-- Deletes predictions that are older than that, with their keys. Returns how many keys went.
create function forget_predictions(age interval) returns bigint language plpgsql as $$
declare
  oldest timestamptz := date_trunc('day', now() - age, 'UTC');
  gone bigint;
begin
  insert into prediction_changes (model_version_id, day)
  select distinct model_version_id, day
  from (select model_version_id, date_trunc('day', predicted_at, 'UTC') as day from predictions where predicted_at < oldest) p;
  if hindcast_has_timescaledb() then
    perform drop_chunks('predictions', older_than => oldest);
  end if;
  delete from predictions where predicted_at < oldest;
  delete from prediction_keys where predicted_at < oldest;
  get diagnostics gone = row_count;
  return gone;
end $$;

-- Compresses chunks that are older than that; null stops it. Nothing without TimescaleDB.
create function compress_predictions(age interval) returns void language plpgsql as $$
begin
  if hindcast_has_timescaledb() then
    perform remove_compression_policy('predictions', if_exists => true);
    if age is not null then
      perform add_compression_policy('predictions', age);
    end if;
  end if;
end $$;

select hindcast_use_timescaledb();
