-- When the carrier expects to deliver the parcel, and when it is asked for it next.
ALTER TABLE tracking
  ADD COLUMN expected_at DATETIME(6),
  ADD COLUMN ask_expected_at DATETIME(6),
  ADD KEY ix_tracking_expected (tenant_id, ask_expected_at);
