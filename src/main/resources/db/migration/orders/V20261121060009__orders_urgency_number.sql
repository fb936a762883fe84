-- Time left is sorted by as a number: times beyond 2038 do not travel through every driver and server alike.
ALTER TABLE orders MODIFY urgency BIGINT NOT NULL;
ALTER TABLE orders_aud MODIFY urgency BIGINT;
