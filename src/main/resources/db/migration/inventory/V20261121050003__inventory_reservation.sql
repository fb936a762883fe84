-- The pieces an order's line has taken. A line takes pieces again in a new round after it gave them back.
CREATE TABLE stock_reservation (
  tenant_id    INT         NOT NULL,
  order_id     BINARY(16)  NOT NULL,
  line_id      BINARY(16)  NOT NULL,
  round        INT         NOT NULL,
  warehouse_id BINARY(16)  NOT NULL,
  sku_id       BINARY(16)  NOT NULL,
  quantity     INT         NOT NULL,
  state        VARCHAR(10) NOT NULL,
  order_number VARCHAR(40) NOT NULL,
  held_at      DATETIME(6) NOT NULL,
  expires_at   DATETIME(6),
  committed_at DATETIME(6),
  ended_at     DATETIME(6),
  end_cause    VARCHAR(40),
  PRIMARY KEY (tenant_id, order_id, line_id, round),
  KEY ix_stock_reservation_sku (tenant_id, sku_id, warehouse_id, state, held_at),
  CONSTRAINT fk_stock_reservation_balance FOREIGN KEY (tenant_id, warehouse_id, sku_id)
    REFERENCES stock_balance (tenant_id, warehouse_id, sku_id),
  CONSTRAINT ck_stock_reservation_tenant CHECK (tenant_id > 0),
  CONSTRAINT ck_stock_reservation_quantity CHECK (quantity > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
