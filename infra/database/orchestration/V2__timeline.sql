-- What was seen of every order, and what the sweeper needs to know of those that got stuck.

-- One log of all orders. Whoever appends takes the log's advisory lock for the transaction and counts
-- on from the last position: positions rise without a gap in the order in which they become visible,
-- so a reader that has seen position n can miss nothing by going on after n.
create table timeline (
  position     bigint      not null unique,
  order_id     text        not null,
  source       text        not null,
  id           text        not null,
  kind         text        not null check (kind in ('event', 'mark')),
  type         text        not null,
  time         timestamptz not null,
  causation_id text,
  data         json,                 -- of an event; null for the order.created of a stored document
  note         text,                 -- of a mark
  wiring       text        not null, -- these two as the entry left the order, for the streams
  state        text        not null,
  -- Drops repeats, and finds the entries of an order. Order ids begin with the time as a rule, so new
  -- entries touch few pages, which a key of random event ids would not.
  primary key (order_id, source, id),
  check ((kind = 'mark') = (note is not null))
);

alter table orders
  add column counted       boolean not null default false, -- in order_counts
  add column dead_lettered boolean not null default false, -- a dead letter of it was seen
  add column sent_again    int     not null default 0,
  add column rest_until    timestamptz;                    -- the sweeper leaves it alone until then

-- How many orders are in each state, so that nobody has to count them. Only who holds the log's lock
-- writes here, so these few rows are no bottleneck beside it. An order counts from its first entry on.
create table order_counts (
  wiring text   not null,
  name   text   not null, -- a state, 'deadLetters' or 'conflicts'
  orders bigint not null,
  primary key (wiring, name)
) with (fillfactor = 50);

insert into order_counts (wiring, name, orders)
select wiring, name, 0
from unnest(array['broker', 'sequence', 'argo', 'chain']) wiring,
     unnest(array['placed', 'validated', 'paid', 'shipped', 'rejected', 'paymentFailed', 'cancelled',
                  'deadLetters', 'conflicts']) name;
