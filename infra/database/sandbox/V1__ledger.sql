-- What the simulated payment gateway and carrier did, and what they answered.
--
-- entry is a witness, not a judge: nothing stops two charges of one order, so that a double charge
-- would be seen here. A request happens once because of answer's primary key alone: the answer and
-- its entry are written by one statement.

create table entry (
  sequence    bigint generated always as identity primary key,
  kind        text        not null check (kind in ('charge', 'refund', 'booking', 'decline')),
  order_id    text        not null,
  id          text        not null, -- of the charge, the refund, the decline; the tracking number
  charge_id   text,                 -- of a refund: the charge that it gives back
  minor_units bigint,               -- null for a booking
  currency    text,
  at          timestamptz not null default now(),
  check ((kind = 'booking') = (minor_units is null)),
  check ((minor_units is null) = (currency is null)),
  check ((kind = 'refund') = (charge_id is not null))
);

create index entry_of_charge on entry (id) where kind = 'charge';
create index entry_of_refund on entry (charge_id) where kind = 'refund';

create table answer (
  idempotency_key text     primary key,
  request_hash    text     not null, -- SHA-256 of the operation and the request, in hexadecimal
  status          smallint not null,
  body            text     not null
);

-- How often a key has met the outage that its token asks for.
create table attempt (
  idempotency_key text primary key,
  made            int  not null
);
