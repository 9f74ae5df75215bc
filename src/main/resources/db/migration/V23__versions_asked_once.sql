-- A foreign key asks for each of a thousand rows whether its version exists, which took half of the time of storing them. All
-- rows of a statement nearly always belong to one version, so the same rule is kept by statements: no prediction without its
-- version, no version deleted or renumbered under its predictions. Whoever stores holds the version until the transaction ends.
-- With TimescaleDB the key stays: its continuous aggregates (seen in 2.28) do not learn of what COPY brings past such a trigger.

create function predictions_need_versions() returns trigger language plpgsql as $$
declare
  unknown integer;
begin
  select s.id into unknown
  from (select distinct model_version_id as id from stored) s
  where not exists (select from model_versions v where v.id = s.id for key share);
  if found then
    raise foreign_key_violation using
      message = format('There is no version %s for predictions.', unknown), table = 'predictions',
      constraint = 'predictions_model_version_fkey';
  end if;
  return null;
end $$;

create function predictions_stay() returns trigger language plpgsql as $$
begin
  raise foreign_key_violation using message = 'A prediction stays with its version.', table = 'predictions';
end $$;

create trigger predictions_stay before update of model_version_id on predictions
for each row when (new.model_version_id <> old.model_version_id) execute function predictions_stay();

create function versions_keep_predictions() returns trigger language plpgsql as $$
begin
  if exists (select from predictions p where p.model_version_id = old.id) then
    raise foreign_key_violation using
      message = format('Version %s still has predictions.', old.id), table = 'predictions',
      constraint = 'predictions_model_version_fkey';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger versions_keep_predictions before delete on model_versions
for each row execute function versions_keep_predictions();

create trigger versions_keep_numbers before update of id on model_versions
for each row when (new.id <> old.id) execute function versions_keep_predictions();

create function versions_by_statement() returns void language plpgsql as $$
begin
  alter table predictions drop constraint if exists predictions_model_version_fkey;
  create trigger predictions_need_versions after insert on predictions
  referencing new table as stored for each statement execute function predictions_need_versions();
end $$;

create function versions_by_row() returns void language plpgsql as $$
begin
  drop trigger if exists predictions_need_versions on predictions;
  if not exists (select from pg_constraint where conrelid = 'predictions'::regclass and conname = 'predictions_model_version_fkey') then
    alter table predictions add constraint predictions_model_version_fkey foreign key (model_version_id) references model_versions;
  end if;
end $$;

alter function hindcast_use_timescaledb() rename to hindcast_make_hypertable;

-- Makes predictions a hypertable and its sums continuous aggregates. A database that gets the extension later is converted
-- by calling it once more: select hindcast_use_timescaledb();
create function hindcast_use_timescaledb() returns text language plpgsql as $$
declare
  answer text;
begin
  perform versions_by_row();
  answer := hindcast_make_hypertable();
  if not hindcast_has_timescaledb() then
    perform versions_by_statement();
  end if;
  return answer;
end $$;

select case when not hindcast_has_timescaledb() then versions_by_statement() end;
