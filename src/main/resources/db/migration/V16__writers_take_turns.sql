-- Who replaces a series waits for those who write to it, and they wait for who replaces it: so nobody's row comes between, and
-- nobody is told that an outcome stands at a prediction which just went. Each waits as long as its lock_timeout allows.

-- To be called first by whoever stores predictions or outcomes of a version; gives it back, so that a statement which uses the
-- answer writes nothing before.
create function join_series(version integer) returns integer language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('replace_predictions'), version);
  return version;
end $$;

-- Writes outcomes of predictions that are named by their key, or by time and number. Returns how many are new or other than
-- before, how many of them have a prediction, and the places of those that have none. It looks once its turn has come: a
-- statement that waits within itself sees what was there before. Each row is looked up by itself (limit 1), since the planner
-- does not know how many there are of a series that was just stored.
create function store_outcomes(version integer, keys text[], given timestamptz[], ids bigint[], outcomes double precision[],
                               outcome_times timestamptz[], out stored bigint, out known bigint, out missing text)
language plpgsql as $$
declare
  their_times timestamptz[];
  their_ids bigint[];
  their_outcomes double precision[];
  their_outcome_times timestamptz[];
begin
  perform join_series(version);
  execute $look$
    with there as materialized (
      select i.outcome, i.outcome_at, i.line, p.predicted_at, p.id
      from unnest($2, $3, $4, $5, $6) with ordinality as i (key, given_at, id, outcome, outcome_at, line)
      left join prediction_keys k on k.model_version_id = $1 and k.key = i.key
      left join lateral (
        select p.predicted_at, p.id from predictions p
        where p.model_version_id = $1 and p.predicted_at = coalesce(k.predicted_at, i.given_at)
          and (case when i.key is null then p.id = i.id else p.key = i.key end)
        limit 1) p on true),
    last as (
      select distinct on (predicted_at, id) * from there where id is not null order by predicted_at, id, line desc)
    select (select count(id) from there),
           (select string_agg(cast(line as text), ',' order by line) from there where id is null),
           array_agg(predicted_at), array_agg(id), array_agg(outcome), array_agg(outcome_at)
    from last
    $look$
  into known, missing, their_times, their_ids, their_outcomes, their_outcome_times
  using version, keys, given, ids, outcomes, outcome_times;
  stored := tell_outcomes(version, their_times, their_ids, their_outcomes, their_outcome_times);
end $$;

-- As before, but for the times: one that is given is written where it differs, and one that is not is now. And those of no more
-- than 500 moments at once: without statistics each is compared with each.
create or replace function tell_outcomes(version integer, times timestamptz[], ids bigint[], outcomes double precision[],
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
    from (select at, count(*) filter (where gap > apart or place % 500 = 0) over (order by at) as part
          from (select at, at - lag(at) over (order by at) as gap, row_number() over (order by at) as place
                from (select distinct at from unnest(times) at) moment) a) b
    group by part order by part
  loop
    execute format($tell$
      with o as materialized (
        select * from unnest($1, $2, $3, $4) as o (at, id, outcome, outcome_at) where at between %2$L and %3$L),
      stored as (
        update predictions p set outcome = o.outcome, outcome_at = coalesce(o.outcome_at, now())
        from o
        where p.model_version_id = %1$s and p.predicted_at between %2$L and %3$L and p.predicted_at = o.at and p.id = o.id
          and (p.outcome is distinct from o.outcome or p.outcome_at is distinct from coalesce(o.outcome_at, p.outcome_at))
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

-- What this room kept of a version that is gone. With TimescaleDB its sums go when its changed days are summed anew.
create function forget_version(version integer) returns void language plpgsql as $$
begin
  delete from prediction_totals t where t.model_version_id = version;
  delete from prediction_keys k where k.model_version_id = version;
  if not hindcast_has_timescaledb() then
    delete from predictions_hourly s where s.model_version_id = version;
    delete from predictions_daily s where s.model_version_id = version;
    delete from prediction_changes c where c.model_version_id = version;
  end if;
end $$;
