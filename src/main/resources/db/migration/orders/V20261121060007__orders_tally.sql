-- How many orders lie on which pile, by day of placing and shop; the day 1000-01-01 stands for all days together.
CREATE TABLE order_tally (
  tenant_id INT NOT NULL,
  day DATE NOT NULL,
  shop_id BINARY(16) NOT NULL,
  stage VARCHAR(10) NOT NULL,
  orders BIGINT NOT NULL,
  units BIGINT NOT NULL,
  paid_minor BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, day, shop_id, stage),
  CONSTRAINT ck_order_tally_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
