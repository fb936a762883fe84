-- Pieces that were refunded before they left, lines of which the money is asked back, and what has gone back.
ALTER TABLE order_line
  ADD COLUMN withdrawn INT NOT NULL DEFAULT 0,
  ADD COLUMN refund_asked BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE order_line_aud
  ADD COLUMN withdrawn INT,
  ADD COLUMN refund_asked BOOLEAN;

ALTER TABLE orders
  ADD COLUMN refunded_minor BIGINT NOT NULL DEFAULT 0;

ALTER TABLE orders_aud
  ADD COLUMN refunded_minor BIGINT;
