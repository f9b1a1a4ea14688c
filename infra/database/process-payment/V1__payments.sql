-- What became of the charge of each order. One row per order: the primary key is what makes a
-- repeated event, or two at once, one payment.
CREATE TABLE payments (
    order_id       varchar(64) PRIMARY KEY,
    minor_units    bigint      NOT NULL CHECK (minor_units > 0),
    currency       char(3)     NOT NULL,
    charge_id      text,
    decline_reason text,
    refund_id      text,
    refund_reason  text,
    decided_at     timestamptz NOT NULL DEFAULT now(),
    refunded_at    timestamptz,

    CONSTRAINT charged_or_declined CHECK ((charge_id IS NULL) <> (decline_reason IS NULL)),
    CONSTRAINT refunded_only_if_charged CHECK (refund_id IS NULL OR charge_id IS NOT NULL),
    CONSTRAINT refund_is_whole CHECK (
        (refund_id IS NULL) = (refund_reason IS NULL)
        AND (refund_id IS NULL) = (refunded_at IS NULL))
);
