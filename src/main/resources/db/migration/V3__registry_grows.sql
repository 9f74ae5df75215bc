-- Who works on a project; what a model's latest version is; keys, producers and sums of predictions.

create table project_members (
  project_id integer not null,
  user_id    integer not null,
  role       varchar(20) not null default 'reader',
  created_at timestamptz not null default now(),
  constraint project_members_pkey primary key (project_id, user_id),
  constraint project_members_role_known check (role in ('owner', 'editor', 'reader')),
  constraint project_members_project_fkey foreign key (project_id) references projects on delete cascade,
  constraint project_members_user_fkey foreign key (user_id) references users on delete cascade
);
create index project_members_user on project_members (user_id, project_id);

insert into project_members (project_id, user_id, role)
select id, owner_id, 'owner' from projects;

-- What belonged to a project stays without it.
alter table datasets drop constraint datasets_project_fkey;
alter table datasets add constraint datasets_project_fkey foreign key (project_id) references projects on delete set null;
alter table models drop constraint models_project_fkey;
alter table models add constraint models_project_fkey foreign key (project_id) references projects on delete set null;

-- Lists of models show the latest version of each without asking for it row by row.
alter table models add column latest_version_id integer;
alter table models add constraint models_latest_version_fkey
  foreign key (latest_version_id) references model_versions on delete set null;
update models m
set latest_version_id = (select v.id from model_versions v where v.model_id = m.id order by v.number desc limit 1);
create index models_latest_version on models (latest_version_id);

-- Each column that a list sorts by, with the tiebreaker.
create index projects_created_at_id on projects (created_at, id);
create index datasets_created_at_id on datasets (created_at, id);
create index datasets_size_mb_id on datasets (size_mb, id);
create index model_versions_created_at_id on model_versions (created_at, id);
create index model_versions_accuracy_id on model_versions (accuracy, id);

do $$
begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index projects_name_text on projects using gin (lower(name) gin_trgm_ops);
    create index datasets_name_text on datasets using gin (lower(name) gin_trgm_ops);
    create index models_name_text on models using gin (lower(name) gin_trgm_ops);
  end if;
end $$;

-- The same key twice is one prediction. A hypertable's unique rules must contain the time, so the keys have a table of their
-- own: whoever stores predictions writes the keys first, in the same statement, and stores only what was new there.
create table prediction_keys (
  model_version_id integer not null,
  key              varchar(200) not null,
  predicted_at     timestamptz not null,
  constraint prediction_keys_pkey primary key (model_version_id, key)
);
insert into prediction_keys (model_version_id, key, predicted_at)
select model_version_id, key, min(predicted_at) from predictions where key is not null group by model_version_id, key;

-- Who produced predictions of what: a handful of rows that keep a person from being deleted, so that millions of rows need
-- neither a foreign key to users nor an index for it.
create table prediction_producers (
  model_version_id integer not null,
  user_id          integer not null,
  constraint prediction_producers_pkey primary key (user_id, model_version_id),
  constraint prediction_producers_version_fkey foreign key (model_version_id) references model_versions on delete cascade,
  constraint prediction_producers_user_fkey foreign key (user_id) references users
);
create index prediction_producers_version on prediction_producers (model_version_id);
insert into prediction_producers (model_version_id, user_id)
select distinct model_version_id, produced_by from predictions where produced_by is not null;
alter table predictions drop constraint predictions_produced_by_fkey;

-- Numbers far beyond any measurement would break the sums of all others: their squares must still be numbers.
alter table predictions drop constraint predictions_result_finite;
alter table predictions add constraint predictions_result_finite check (result between -1e100 and 1e100);
alter table predictions drop constraint predictions_outcome_finite;
alter table predictions add constraint predictions_outcome_finite check (outcome between -1e100 and 1e100);

-- Sums over hours and days, so that a chart over years reads thousands of rows and not millions. A row of prediction_changes
-- says that the sums of that day do not hold any more: until they are made anew, the day is read from the predictions
-- themselves. So an outcome that comes a year late counts at once, here as with TimescaleDB.
create table prediction_changes (
  id               bigint generated always as identity,
  model_version_id integer not null,
  day              timestamptz not null,
  constraint prediction_changes_pkey primary key (id)
);
create index prediction_changes_day on prediction_changes (model_version_id, day);
insert into prediction_changes (model_version_id, day)
select distinct model_version_id, date_trunc('day', predicted_at, 'UTC') from predictions;

create table predictions_hourly (
  model_version_id integer not null,
  bucket           timestamptz not null,
  count            bigint not null,
  result_sum       double precision not null,
  known            bigint not null,
  outcome_sum      double precision,
  error_sum        double precision,
  absolute_sum     double precision,
  square_sum       double precision,
  percent_sum      double precision,
  zeros            bigint not null,
  constraint predictions_hourly_pkey primary key (model_version_id, bucket)
);
create table predictions_daily (like predictions_hourly including constraints);
alter table predictions_daily add constraint predictions_daily_pkey primary key (model_version_id, bucket);

-- What everybody may do here who has one of these roles: a Manager with the records of all, a Member with their own.
insert into role_permissions (role_id, permission)
select r.id, room || '.' || act
from roles r
join (values ('Manager', 'read'), ('Manager', 'create'), ('Manager', 'edit'), ('Manager', 'delete'), ('Manager', 'export'),
             ('Member', 'read'), ('Member', 'create'), ('Member', 'export')) as g (role, act) on g.role = r.name
cross join unnest(array['projects', 'datasets', 'models', 'versions']) as room
on conflict do nothing;
