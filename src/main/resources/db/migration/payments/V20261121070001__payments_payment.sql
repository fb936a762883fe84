-- A payment that was proved: who holds the money, under which number, and what proves it.
CREATE TABLE payment (
  tenant_id      INT          NOT NULL,
  id             BINARY(16)   NOT NULL,
  version        INT          NOT NULL,
  order_id       BINARY(16)   NOT NULL,
  order_number   VARCHAR(32)  NOT NULL,
  provider       VARCHAR(30)  NOT NULL,
  transaction_no VARCHAR(64)  NOT NULL,
  amount_minor   BIGINT       NOT NULL,
  currency       CHAR(3)      NOT NULL,
  paid_at        DATETIME(6)  NOT NULL,
  proof          VARCHAR(120) NOT NULL,
  raw_payload_id BINARY(16),
  recorded_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_payment_transaction (tenant_id, provider, transaction_no, order_id),
  KEY ix_payment_order (tenant_id, order_id),
  CONSTRAINT ck_payment_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE payment_aud (
  tenant_id      INT        NOT NULL,
  id             BINARY(16) NOT NULL,
  rev            BIGINT     NOT NULL,
  revtype        TINYINT    NOT NULL,
  order_id       BINARY(16),
  order_number   VARCHAR(32),
  provider       VARCHAR(30),
  transaction_no VARCHAR(64),
  amount_minor   BIGINT,
  currency       CHAR(3),
  paid_at        DATETIME(6),
  proof          VARCHAR(120),
  raw_payload_id BINARY(16),
  recorded_at    DATETIME(6),
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
