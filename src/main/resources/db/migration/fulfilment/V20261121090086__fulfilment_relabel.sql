-- For which of the order's receivers the waybill was asked, and whether a label with another one is still about.
ALTER TABLE fulfilment_order
  ADD COLUMN contact_version INT NOT NULL DEFAULT 0,
  ADD COLUMN to_relabel BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE fulfilment_order_aud ADD COLUMN contact_version INT, ADD COLUMN to_relabel BOOLEAN;
