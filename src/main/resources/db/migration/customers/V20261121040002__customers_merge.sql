-- A customer whom people found to be another one: that one stands for both until the merge is undone.
ALTER TABLE customer
  ADD COLUMN merged_into BINARY(16),
  ADD COLUMN merged_at   DATETIME(6),
  ADD COLUMN merged_by   VARCHAR(120),
  ADD KEY ix_customer_merged (tenant_id, merged_into),
  ADD CONSTRAINT fk_customer_merged FOREIGN KEY (tenant_id, merged_into) REFERENCES customer (tenant_id, id);

ALTER TABLE customer_aud
  ADD COLUMN merged_into BINARY(16),
  ADD COLUMN merged_at   DATETIME(6),
  ADD COLUMN merged_by   VARCHAR(120);
