-- The first and the last moment for which a version predicted something. An ordinary table is asked directly; only over chunks
-- does it pay to name the days.
create or replace function prediction_span(version integer, out first timestamptz, out last timestamptz) language plpgsql stable as $$
declare
  look constant text := 'select %s(predicted_at) from predictions '
    || 'where model_version_id = %s and predicted_at >= %L and predicted_at < %L';
  edge timestamptz := '-infinity';
begin
  if not hindcast_has_timescaledb() then
    select min(p.predicted_at), max(p.predicted_at) into first, last from predictions p where p.model_version_id = version;
    return;
  end if;
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
