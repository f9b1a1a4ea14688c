-- The workflows that this service has started in Argo and has not seen end yet: what it follows after
-- a restart. Short; its rows die young.
create table workflows (
  name       text        primary key,
  order_id   text        not null,
  started_at timestamptz not null default now()
)
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
