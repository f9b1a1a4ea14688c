-- What a cluster keeps of workflows in etcd.

create sequence versions;

create table workflows (
  uid         uuid        primary key,
  number      bigint      generated always as identity unique,
  name        text        not null unique,
  template    text        not null,
  labels      jsonb       not null,
  parameters  jsonb       not null,
  phase       text        not null,
  message     text,
  version     bigint      not null default nextval('versions'),
  created_at  timestamptz not null,
  started_at  timestamptz,
  finished_at timestamptz
);

create index workflows_open on workflows (number) where finished_at is null;
create index workflows_ended on workflows (finished_at) where finished_at is not null;

-- One attempt of a step, when it has ended: a workflow goes on behind the last of them.
create table nodes (
  uid           uuid        not null references workflows on delete cascade,
  number        bigint      generated always as identity,
  name          text        not null,
  display_name  text        not null,
  template_name text        not null,
  phase         text        not null,
  message       text,
  started_at    timestamptz not null,
  finished_at   timestamptz not null,
  result        text,
  primary key (uid, number)
);
