-- Series over decades on TimescaleDB: the database plans with every chunk that a question might touch, so there are fewer of
-- them, and questions name the times that they mean.

do $$
begin
  -- The function as it stands, with longer chunks.
  execute replace(pg_get_functiondef('hindcast_use_timescaledb()'::regprocedure), 'interval ''30 days''', 'interval ''180 days''');
  if hindcast_has_timescaledb() then
    perform set_chunk_time_interval('predictions', interval '180 days');
  end if;
end $$;

-- The first and the last moment for which a version predicted something.
create function prediction_span(version integer, out first timestamptz, out last timestamptz) language plpgsql stable as $$
declare
  look constant text := 'select %s(predicted_at) from predictions '
    || 'where model_version_id = %s and predicted_at >= %L and predicted_at < %L';
  edge timestamptz := '-infinity';
begin
  while edge is not null and first is null loop
    edge := least((select min(s.bucket) from predictions_daily s where s.model_version_id = version and s.bucket > edge),
                  (select min(c.day) from prediction_changes c where c.model_version_id = version and c.day > edge));
    execute format(look, 'min', version, edge, edge + interval '24 hours') into first;
  end loop;
  edge := case when first is not null then timestamptz 'infinity' end;
  while edge is not null and last is null loop
    edge := greatest((select max(s.bucket) from predictions_daily s where s.model_version_id = version and s.bucket < edge),
                     (select max(c.day) from prediction_changes c where c.model_version_id = version and c.day < edge));
    execute format(look, 'max', version, edge, edge + interval '24 hours') into last;
  end loop;
end $$;

-- Sums of the days that changed, from the predictions themselves; over hours or days.
create function changed_sums(version integer, width text, since timestamptz, until timestamptz)
returns table (bucket timestamptz, count bigint, result_sum double precision, known bigint, outcome_sum double precision,
               error_sum double precision, absolute_sum double precision, square_sum double precision,
               percent_sum double precision, zeros bigint) language plpgsql stable as $$
declare
  first timestamptz;
  last timestamptz;
begin
  for first, last in
    select min(d.day), max(d.day) + interval '24 hours'
    from (select g.day, count(*) filter (where g.gap > interval '90 days') over (order by g.day) as part
          from (select c.day, c.day - lag(c.day) over (order by c.day) as gap
                from (select distinct p.day from prediction_changes p where p.model_version_id = version
                        and p.day > since - interval '24 hours' and p.day < until) c) g) d
    group by d.part
  loop
    return query execute format($sum$
      select date_trunc(%1$L, p.predicted_at, 'UTC'), count(*), sum(result), count(outcome), sum(outcome),
             sum(result - outcome), sum(abs(result - outcome)), sum((result - outcome) * (result - outcome)),
             sum(case when abs(outcome) >= 1e-100 then abs((result - outcome) / outcome) end),
             count(*) filter (where abs(outcome) < 1e-100)
      from predictions p
      where p.model_version_id = %2$s and p.predicted_at >= %3$L and p.predicted_at < %4$L
        and date_trunc('day', p.predicted_at, 'UTC') in (
          select c.day from prediction_changes c where c.model_version_id = %2$s and c.day >= %5$L and c.day < %4$L)
      group by 1
      $sum$, width, version, greatest(first, since), least(last, until), first);
  end loop;
end $$;

-- Makes the sums of changed days anew. To be called outside of a transaction, as a continuous aggregate demands.
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
  delete from prediction_changes where id = any(seen);
end $$;

-- All changed buckets at once: ten by ten, as newer versions of TimescaleDB do unless told otherwise, takes minutes over decades.
create procedure refresh_hypertable(sums regclass, first timestamptz, last timestamptz) language plpgsql as $$
begin
  if exists (select from pg_proc where proname = 'refresh_continuous_aggregate' and 'options' = any(proargnames)) then
    call refresh_continuous_aggregate(sums, first, last, options => '{"buckets_per_batch": 0}');
  else
    call refresh_continuous_aggregate(sums, first, last);
  end if;
end $$;
