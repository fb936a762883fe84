-- The ledger: only ever added to. The running number per warehouse and SKU has no gaps; each line carries the change and
-- what it led to.
CREATE TABLE stock_movement (
  tenant_id        INT          NOT NULL,
  sku_id           BINARY(16)   NOT NULL,
  warehouse_id     BINARY(16)   NOT NULL,
  number           BIGINT       NOT NULL,
  at               DATETIME(6)  NOT NULL,
  kind             VARCHAR(20)  NOT NULL,
  on_hand_change   INT          NOT NULL,
  reserved_change  INT          NOT NULL,
  committed_change INT          NOT NULL,
  available_change INT          NOT NULL,
  on_hand          INT          NOT NULL,
  reserved         INT          NOT NULL,
  committed        INT          NOT NULL,
  available        INT          NOT NULL,
  order_id         BINARY(16),
  order_number     VARCHAR(40),
  document_id      BINARY(16),
  op_id            BINARY(16),
  cause            VARCHAR(200),
  actor_kind       VARCHAR(10)  NOT NULL,
  actor_name       VARCHAR(120) NOT NULL,
  PRIMARY KEY (tenant_id, sku_id, warehouse_id, number),
  UNIQUE KEY uk_stock_movement_op (tenant_id, op_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
