-- With which token a prediction came, beside whose it was. Without a foreign key, as produced_by: rows come by the million, and
-- tokens stay when they are revoked.
alter table predictions add column produced_by_token integer;
