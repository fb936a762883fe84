-- What time brought to an order: it should have left, it should have been fetched.
ALTER TABLE orders ADD COLUMN overdue_at DATETIME(6), ADD COLUMN uncollected_at DATETIME(6);
ALTER TABLE orders_aud ADD COLUMN overdue_at DATETIME(6), ADD COLUMN uncollected_at DATETIME(6);
