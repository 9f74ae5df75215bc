-- Days are summed anew one by one, each from its own part of the index. All at once in one statement, PostgreSQL read the whole
-- table for a handful of days and compared each row with each of them. And a day is the sum of its hours, not read again.

create procedure sum_days(seen bigint[]) language plpgsql as $$
declare
  changed record;
begin
  for changed in
    select distinct c.model_version_id as version, c.day as first, c.day + interval '24 hours' as until
    from prediction_changes c where c.id = any(seen)
  loop
    delete from predictions_hourly s
    where s.model_version_id = changed.version and s.bucket >= changed.first and s.bucket < changed.until;
    insert into predictions_hourly
    select p.model_version_id, date_trunc('hour', p.predicted_at, 'UTC'), count(*), sum(result), count(outcome), sum(outcome),
           sum(result - outcome), sum(abs(result - outcome)), sum((result - outcome) * (result - outcome)),
           sum(case when abs(outcome) >= 1e-100 then abs((result - outcome) / outcome) end),
           count(*) filter (where abs(outcome) < 1e-100)
    from predictions p
    where p.model_version_id = changed.version and p.predicted_at >= changed.first and p.predicted_at < changed.until
    group by 1, 2;
    delete from predictions_daily s where s.model_version_id = changed.version and s.bucket = changed.first;
    insert into predictions_daily
    select s.model_version_id, changed.first, sum(count), sum(result_sum), sum(known), sum(outcome_sum), sum(error_sum),
           sum(absolute_sum), sum(square_sum), sum(percent_sum), sum(zeros)
    from predictions_hourly s
    where s.model_version_id = changed.version and s.bucket >= changed.first and s.bucket < changed.until
    group by 1;
  end loop;
end $$;

create or replace procedure refresh_predictions() language plpgsql as $$
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
    call refresh_hypertable('predictions_hourly', first, last);
    call refresh_hypertable('predictions_daily', first, last);
  else
    call sum_days(seen);
  end if;
  perform total_predictions(array(select distinct model_version_id from prediction_changes where id = any(seen)));
  delete from prediction_changes where id = any(seen);
end $$;

drop procedure sum_predictions;
