-- The outbox by state, newest first.
CREATE INDEX ix_message_state ON message (tenant_id, state, id);
