-- Work of time that failed on an order and is tried again later, so that it keeps no other order waiting.
CREATE TABLE order_put_off (
  tenant_id INT NOT NULL,
  order_id BINARY(16) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  failures INT NOT NULL,
  retry_at DATETIME(6) NOT NULL,
  fault VARCHAR(300) NOT NULL,
  PRIMARY KEY (tenant_id, order_id, kind),
  CONSTRAINT ck_order_put_off_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
