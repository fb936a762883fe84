-- How often the receiver was set: what was made for an earlier one is recognised by it.
ALTER TABLE orders ADD COLUMN contact_version INT NOT NULL DEFAULT 0;
ALTER TABLE orders_aud ADD COLUMN contact_version INT;
