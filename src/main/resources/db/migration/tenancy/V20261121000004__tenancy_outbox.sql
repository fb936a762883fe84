-- Durable events: one row an event and consumer, deleted in the transaction of the consumer's effect.
CREATE TABLE event_outbox (
  tenant_id    INT           NOT NULL,
  id           BINARY(16)    NOT NULL,
  consumer     VARCHAR(60)   NOT NULL,
  event_type   VARCHAR(80)   NOT NULL,
  aggregate_id BINARY(16)    NOT NULL,
  payload      MEDIUMTEXT    NOT NULL,
  state        VARCHAR(10)   NOT NULL,
  attempts     INT           NOT NULL,
  due_at       DATETIME(6)   NOT NULL,
  created_at   DATETIME(6)   NOT NULL,
  last_error   VARCHAR(1000),
  PRIMARY KEY (tenant_id, id),
  KEY ix_event_outbox_due (tenant_id, state, due_at),
  CONSTRAINT ck_event_outbox_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
