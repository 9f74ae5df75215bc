-- The sums of all predictions of a version, from which its scores are made on every page that shows it. They hold where no row
-- of prediction_changes names the version; else its scores are read from the sums of days.

create table prediction_totals (
  model_version_id integer not null,
  count            bigint not null,
  result_sum       double precision not null,
  known            bigint not null,
  outcome_sum      double precision,
  error_sum        double precision,
  absolute_sum     double precision,
  square_sum       double precision,
  percent_sum      double precision,
  zeros            bigint not null,
  constraint prediction_totals_pkey primary key (model_version_id)
);

-- Sums the days of these versions. Two that refresh at once must not overwrite each other's totals with older ones.
create function total_predictions(versions integer[]) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('refresh_predictions'));
  delete from prediction_totals where model_version_id = any(versions);
  insert into prediction_totals
  select model_version_id, sum(count), sum(result_sum), sum(known), sum(outcome_sum), sum(error_sum), sum(absolute_sum),
         sum(square_sum), sum(percent_sum), sum(zeros)
  from predictions_daily
  where model_version_id = any(versions)
  group by model_version_id;
end $$;

-- As before, and then the totals of the versions whose days were made anew.
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
    call sum_predictions('predictions_hourly', 'hour', seen);
    call sum_predictions('predictions_daily', 'day', seen);
  end if;
  perform total_predictions(array(select distinct model_version_id from prediction_changes where id = any(seen)));
  delete from prediction_changes where id = any(seen);
end $$;

select total_predictions(array(select id from model_versions));
