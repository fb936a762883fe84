-- The pieces of a SKU in a warehouse. The buffer is computed by the database itself, so that every statement that takes
-- pieces judges by the same figure; what is taken never exceeds what can be sold.
CREATE TABLE stock_balance (
  tenant_id               INT         NOT NULL,
  warehouse_id            BINARY(16)  NOT NULL,
  sku_id                  BINARY(16)  NOT NULL,
  on_hand                 INT         NOT NULL,
  reserved                INT         NOT NULL,
  committed               INT         NOT NULL,
  in_inspection           INT         NOT NULL,
  damaged                 INT         NOT NULL,
  campaign_reserve        INT         NOT NULL,
  buffer_percent_times100 INT         NOT NULL,
  buffer_rounds_up        BOOLEAN     NOT NULL,
  buffer                  INT GENERATED ALWAYS AS (
    ((on_hand - in_inspection - damaged) * buffer_percent_times100
      + CASE WHEN buffer_rounds_up THEN 9999 ELSE 0 END) DIV 10000) STORED,
  bin                     VARCHAR(40),
  movements               BIGINT      NOT NULL,
  updated_at              DATETIME(6) NOT NULL,
  PRIMARY KEY (tenant_id, warehouse_id, sku_id),
  KEY ix_stock_balance_sku (tenant_id, sku_id),
  CONSTRAINT fk_stock_balance_warehouse FOREIGN KEY (tenant_id, warehouse_id) REFERENCES warehouse (tenant_id, id),
  CONSTRAINT fk_stock_balance_sku FOREIGN KEY (tenant_id, sku_id) REFERENCES sku (tenant_id, id),
  CONSTRAINT ck_stock_balance_tenant CHECK (tenant_id > 0),
  CONSTRAINT ck_stock_balance_signs CHECK (on_hand >= 0 AND reserved >= 0 AND committed >= 0
    AND in_inspection >= 0 AND damaged >= 0 AND campaign_reserve >= 0),
  CONSTRAINT ck_stock_balance_taken CHECK (reserved + committed <= on_hand - in_inspection - damaged),
  CONSTRAINT ck_stock_balance_buffer CHECK (buffer_percent_times100 BETWEEN 0 AND 10000)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
