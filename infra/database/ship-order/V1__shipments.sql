-- What became of the parcel of each order. One row per order: the primary key is what makes a
-- repeated event, or two at once, one parcel.
CREATE TABLE shipments (
    order_id        varchar(64) PRIMARY KEY,
    carrier         text,
    tracking_number text,
    refusal_reason  text,
    decided_at      timestamptz NOT NULL DEFAULT now(),

    CONSTRAINT booking_is_whole CHECK ((carrier IS NULL) = (tracking_number IS NULL)),
    CONSTRAINT booked_or_refused CHECK ((tracking_number IS NULL) <> (refusal_reason IS NULL))
);
