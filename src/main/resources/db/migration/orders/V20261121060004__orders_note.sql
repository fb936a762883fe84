-- Remarks of staff.
CREATE TABLE order_note (
  tenant_id INT NOT NULL,
  id BINARY(16) NOT NULL,
  version INT NOT NULL,
  order_id BINARY(16) NOT NULL,
  remark VARCHAR(2000) NOT NULL,
  author VARCHAR(120) NOT NULL,
  written_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY ix_order_note_order (tenant_id, order_id),
  CONSTRAINT fk_order_note_order FOREIGN KEY (tenant_id, order_id) REFERENCES orders (tenant_id, id),
  CONSTRAINT ck_order_note_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE order_note_aud (
  tenant_id INT NOT NULL,
  id BINARY(16) NOT NULL,
  rev BIGINT NOT NULL,
  revtype TINYINT NOT NULL,
  order_id BINARY(16),
  remark VARCHAR(2000),
  author VARCHAR(120),
  written_at DATETIME(6),
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
