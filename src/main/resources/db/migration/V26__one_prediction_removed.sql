-- Takes one prediction away, with its key, and has its day summed anew. Returns how many went: 1, or 0 where there is none. Time and
-- number stand in the statement as constants, since TimescaleDB finds the rows to unpack by them only.
create function remove_prediction(version integer, at timestamptz, number bigint) returns bigint language plpgsql as $$
declare
  its_key text;
  gone bigint;
begin
  perform join_series(version);
  perform hindcast_unpack_freely();
  execute format('delete from predictions where model_version_id = %s and predicted_at = %L and id = %s returning key', version, at, number)
  into its_key;
  get diagnostics gone = row_count;
  delete from prediction_keys k where k.model_version_id = version and k.key = its_key;
  insert into prediction_changes (model_version_id, day)
  select version, date_trunc('day', at, 'UTC') where gone > 0;
  return gone;
end $$;
