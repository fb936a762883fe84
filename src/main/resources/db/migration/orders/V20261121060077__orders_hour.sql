-- How many orders were placed in each hour of the merchant's day, and how many of them are sold, by shop.
CREATE TABLE order_hour (
  tenant_id INT NOT NULL,
  day DATE NOT NULL,
  hour_of_day TINYINT NOT NULL,
  shop_id BINARY(16) NOT NULL,
  placed BIGINT NOT NULL,
  sold BIGINT NOT NULL,
  sold_minor BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, day, hour_of_day, shop_id),
  CONSTRAINT ck_order_hour_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
