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
-- statement that waits within itself sees what was there before. Planned anew each time, with the arrays as they are.
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
    with incoming as materialized (
      select i.*, coalesce(k.predicted_at, i.given_at) as predicted_at
      from unnest($2, $3, $4, $5, $6) with ordinality as i (key, given_at, id, outcome, outcome_at, line)
      left join prediction_keys k on k.model_version_id = $1 and k.key = i.key),
    there as (
      select i.*, p.id as prediction
      from incoming i
      join predictions p on p.model_version_id = $1 and p.predicted_at = i.predicted_at
        and (case when i.key is null then p.id = i.id else p.key = i.key end)),
    last as (select distinct on (predicted_at, prediction) * from there order by predicted_at, prediction, line desc)
    select (select count(*) from there),
           (select string_agg(cast(line as text), ',' order by line) from incoming where line not in (select line from there)),
           array_agg(predicted_at), array_agg(prediction), array_agg(outcome), array_agg(outcome_at)
    from last
    $look$
  into known, missing, their_times, their_ids, their_outcomes, their_outcome_times
  using version, keys, given, ids, outcomes, outcome_times;
  stored := coalesce(tell_outcomes(version, their_times, their_ids, their_outcomes, their_outcome_times), 0);
end $$;

-- As before, but for the times: one that is given is written where it differs, and one that is not is now.
do $$
declare
  told text := pg_get_functiondef('tell_outcomes(integer, timestamptz[], bigint[], double precision[], timestamptz[])'::regprocedure);
begin
  told := replace(told, 'outcome_at = o.outcome_at', 'outcome_at = coalesce(o.outcome_at, now())');
  told := replace(told, 'and p.outcome is distinct from o.outcome',
    'and (p.outcome is distinct from o.outcome or p.outcome_at is distinct from coalesce(o.outcome_at, p.outcome_at))');
  execute told;
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
