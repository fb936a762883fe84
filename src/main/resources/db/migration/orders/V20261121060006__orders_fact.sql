-- The timeline of orders, only ever added to.
CREATE TABLE order_fact (
  tenant_id INT NOT NULL,
  order_id BINARY(16) NOT NULL,
  id BINARY(16) NOT NULL,
  at DATETIME(6) NOT NULL,
  kind VARCHAR(40) NOT NULL,
  actor_kind VARCHAR(10) NOT NULL,
  actor_name VARCHAR(120) NOT NULL,
  reason VARCHAR(500),
  args VARCHAR(500) NOT NULL,
  PRIMARY KEY (tenant_id, order_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
