-- What the platforms sent, kept as it came; only added to.
CREATE TABLE raw_payload (
  tenant_id    INT           NOT NULL,
  id           BINARY(16)    NOT NULL,
  shop_id      BINARY(16)    NOT NULL,
  channel      VARCHAR(30)   NOT NULL,
  kind         VARCHAR(12)   NOT NULL,
  external_id  VARCHAR(120)  NOT NULL,
  content_hash BINARY(32)    NOT NULL,
  message_id   VARCHAR(120)  NOT NULL,
  origin       VARCHAR(60)   NOT NULL,
  signed       BOOLEAN       NOT NULL,
  content_type VARCHAR(100)  NOT NULL,
  headers      VARCHAR(4000) NOT NULL,
  size_bytes   INT           NOT NULL,
  received_at  DATETIME(6)   NOT NULL,
  body         LONGBLOB      NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_raw_payload (tenant_id, shop_id, external_id, content_hash),
  CONSTRAINT ck_raw_payload_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;

-- How far each payload has come. next_at is set while the product itself has something to do with it.
CREATE TABLE raw_state (
  tenant_id       INT          NOT NULL,
  id              BINARY(16)   NOT NULL,
  shop_id         BINARY(16)   NOT NULL,
  channel         VARCHAR(30)  NOT NULL,
  kind            VARCHAR(12)  NOT NULL,
  external_id     VARCHAR(120) NOT NULL,
  state           VARCHAR(12)  NOT NULL,
  attempts        INT          NOT NULL,
  repeats         INT          NOT NULL,
  next_at         DATETIME(6),
  problem_kind    VARCHAR(20),
  problem_field   VARCHAR(80),
  problem_detail  VARCHAR(300),
  waiting_item    VARCHAR(120),
  mapping_version INT          NOT NULL,
  order_id        BINARY(16),
  order_number    VARCHAR(40),
  received_at     DATETIME(6)  NOT NULL,
  changed_at      DATETIME(6)  NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY ix_raw_state_due (tenant_id, next_at),
  KEY ix_raw_state_list (tenant_id, state, id),
  KEY ix_raw_state_external (tenant_id, external_id),
  KEY ix_raw_state_item (tenant_id, waiting_item, shop_id),
  KEY ix_raw_state_changed (tenant_id, state, changed_at),
  CONSTRAINT ck_raw_state_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What went wrong on the way in before there was a payload to keep: counted by hour, so that a flood stays one row.
CREATE TABLE intake_alert (
  tenant_id INT          NOT NULL,
  id        BINARY(16)   NOT NULL,
  shop_id   BINARY(16)   NOT NULL,
  channel   VARCHAR(30)  NOT NULL,
  kind      VARCHAR(20)  NOT NULL,
  hour_at   DATETIME(6)  NOT NULL,
  times     INT          NOT NULL,
  detail    VARCHAR(300) NOT NULL,
  last_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_intake_alert (tenant_id, shop_id, kind, hour_at),
  KEY ix_intake_alert_last (tenant_id, last_at),
  CONSTRAINT ck_intake_alert_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
