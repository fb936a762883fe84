-- How the merchant wants its orders handled; at most one row.
CREATE TABLE order_rules (
  tenant_id INT NOT NULL,
  id BINARY(16) NOT NULL,
  version INT NOT NULL,
  review_amount_minor BIGINT NOT NULL,
  stop_buyer_notes BOOLEAN NOT NULL,
  auto_release BOOLEAN NOT NULL,
  target_minutes INT NOT NULL,
  complete_after_days INT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT ck_order_rules_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE order_rules_aud (
  tenant_id INT NOT NULL,
  id BINARY(16) NOT NULL,
  rev BIGINT NOT NULL,
  revtype TINYINT NOT NULL,
  review_amount_minor BIGINT,
  stop_buyer_notes BOOLEAN,
  auto_release BOOLEAN,
  target_minutes INT,
  complete_after_days INT,
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
