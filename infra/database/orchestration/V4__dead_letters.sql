-- The dead-letter desk: orders with an event that could not be delivered, and no end. It stays small,
-- however many orders there are.
create index orders_on_the_desk on orders (number)
  where dead_lettered and state in ('placed', 'validated', 'paid');
