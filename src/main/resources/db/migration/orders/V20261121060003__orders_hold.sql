-- What keeps an order from going on. retry_at is set while pieces are missing.
CREATE TABLE order_hold (
  tenant_id INT NOT NULL,
  id BINARY(16) NOT NULL,
  version INT NOT NULL,
  order_id BINARY(16) NOT NULL,
  reason VARCHAR(20) NOT NULL,
  code VARCHAR(40) NOT NULL,
  args VARCHAR(300) NOT NULL,
  remark VARCHAR(2000) NOT NULL,
  state VARCHAR(10) NOT NULL,
  placed_at DATETIME(6) NOT NULL,
  placed_by VARCHAR(120) NOT NULL,
  ended_at DATETIME(6),
  ended_by VARCHAR(120),
  end_reason VARCHAR(500),
  retry_at DATETIME(6),
  PRIMARY KEY (tenant_id, id),
  KEY ix_order_hold_order (tenant_id, order_id, state),
  KEY ix_order_hold_retry (tenant_id, retry_at),
  CONSTRAINT fk_order_hold_order FOREIGN KEY (tenant_id, order_id) REFERENCES orders (tenant_id, id),
  CONSTRAINT ck_order_hold_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE order_hold_aud (
  tenant_id INT NOT NULL,
  id BINARY(16) NOT NULL,
  rev BIGINT NOT NULL,
  revtype TINYINT NOT NULL,
  order_id BINARY(16),
  reason VARCHAR(20),
  code VARCHAR(40),
  args VARCHAR(300),
  remark VARCHAR(2000),
  state VARCHAR(10),
  placed_at DATETIME(6),
  placed_by VARCHAR(120),
  ended_at DATETIME(6),
  ended_by VARCHAR(120),
  end_reason VARCHAR(500),
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
