-- A browser that opens several tabs at once sends one secret several times: the last one is good for a moment longer.
alter table remembered
  add previous_hash varchar(64),
  add rotated_at timestamptz;
