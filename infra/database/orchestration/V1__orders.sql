-- The accepted orders, and the ones among them that have not been handed to their wiring yet.
--
-- An order and its outbox row are written by one statement: either both are there or none. The body
-- is stored once. What is sent is made from the order's row, and made again it is the same event.

create table orders (
  order_id        text        primary key check (order_id ~ '^[A-Za-z0-9._:-]{1,64}$'),
  -- The order of acceptance, for paging. Two orders accepted at once may commit the other way round.
  -- No index of its own: the planner would walk it past all orders for a page of a rare state.
  number          bigint      generated always as identity,
  wiring          text        not null check (wiring in ('broker', 'sequence', 'argo', 'chain')),
  state           text        not null default 'placed' check (state in
    ('placed', 'validated', 'paid', 'shipped', 'rejected', 'paymentFailed', 'cancelled')),
  -- Two events that both end this order were seen; the first of them counts.
  conflict        boolean     not null default false,
  customer_id     text,
  idempotency_key text        unique,
  -- SHA-256 of the order without its id, which tells a repeat from another order of the same name.
  -- This and the document are null for an order that went past the API: only its events are known.
  request_hash    bytea,
  document        json,       -- the data of order.created, byte for byte
  traceparent     text,
  accepted_at     timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  check ((request_hash is null) = (document is null))
);

-- Pages of the list, newest first. Asked for a state only, or a wiring only, the list is merged from
-- a few stretches of this index, which is cheaper than keeping two more.
create index orders_listed on orders (wiring, state, number);

-- The sweeper's: orders that have not ended, by age. It stays small, however many have ended.
create index orders_open on orders (accepted_at) where state in ('placed', 'validated', 'paid');

-- Rows are deleted when the wiring has the order. The sweeper adds one to send an order again.
create table outbox (
  wiring   text        not null,
  id       bigint      generated always as identity,
  order_id text        not null,
  since    timestamptz not null default now(),
  primary key (wiring, id)
)
-- A queue: it is short, and all of its rows die young. With the default share of a table's rows a
-- backlog of a million would leave so many dead ones behind that each look at the head is slow.
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
