-- Outcomes of predictions that TimescaleDB has compressed already: it finds the rows to unpack by constants only, and a
-- statement that unpacks rows must not read them elsewhere. So outcomes are written by a statement of their own.

-- Writes outcomes of a version's predictions, found by time and number. Returns how many are new or other than before.
create function tell_outcomes(version integer, times timestamptz[], ids bigint[], outcomes double precision[],
                              outcome_times timestamptz[]) returns bigint language plpgsql as $$
declare
  apart interval := case when hindcast_has_timescaledb() then interval '8 days' else interval '10000 years' end;
  first timestamptz;
  last timestamptz;
  told bigint;
  stored bigint := 0;
begin
  perform hindcast_unpack_freely();
  for first, last in
    select min(at), max(at)
    from (select at, count(*) filter (where gap > apart) over (order by at) as part
          from (select at, at - lag(at) over (order by at) as gap from unnest(times) at) a) b
    group by part order by part
  loop
    execute format($tell$
      with stored as (
        update predictions p set outcome = o.outcome, outcome_at = o.outcome_at
        from unnest($1, $2, $3, $4) as o (at, id, outcome, outcome_at)
        where p.model_version_id = %1$s and p.predicted_at between %2$L and %3$L
          and o.at between %2$L and %3$L
          and p.predicted_at = o.at and p.id = o.id and p.outcome is distinct from o.outcome
        returning p.predicted_at),
      changed as (
        insert into prediction_changes (model_version_id, day)
        select distinct %1$s, date_trunc('day', predicted_at, 'UTC') from stored)
      select count(*) from stored
      $tell$, version, first, last)
    into told using times, ids, outcomes, outcome_times;
    stored := stored + told;
  end loop;
  return stored;
end $$;

-- TimescaleDB refuses to unpack more than 100,000 rows in a transaction unless told otherwise.
create function hindcast_unpack_freely() returns void language plpgsql as $$
begin
  if hindcast_has_timescaledb() then
    perform set_config('timescaledb.max_tuples_decompressed_per_dml_transaction', '0', true);
  end if;
end $$;

-- Deletes predictions that are older than that, with their keys. Returns how many keys went.
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
  return gone;
end $$;
