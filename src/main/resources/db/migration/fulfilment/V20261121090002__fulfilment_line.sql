CREATE TABLE fulfilment_line (
  tenant_id           INT          NOT NULL,
  id                  BINARY(16)   NOT NULL,
  version             INT          NOT NULL,
  fulfilment_order_id BINARY(16)   NOT NULL,
  line_no             INT          NOT NULL,
  order_line_id       BINARY(16)   NOT NULL,
  sku_id              BINARY(16)   NOT NULL,
  sku_code            VARCHAR(64)  NOT NULL,
  name                VARCHAR(300) NOT NULL,
  spec                VARCHAR(300),
  barcodes            VARCHAR(500) NOT NULL,
  bin                 VARCHAR(40),
  quantity            INT          NOT NULL,
  picked              INT          NOT NULL,
  packed              INT          NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_fulfilment_line (tenant_id, fulfilment_order_id, line_no),
  CONSTRAINT fk_fulfilment_line_order FOREIGN KEY (tenant_id, fulfilment_order_id)
    REFERENCES fulfilment_order (tenant_id, id),
  CONSTRAINT ck_fulfilment_line_tenant CHECK (tenant_id > 0),
  CONSTRAINT ck_fulfilment_line_units CHECK (packed >= 0 AND packed <= picked AND picked <= quantity AND quantity > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE fulfilment_line_aud (
  tenant_id           INT        NOT NULL,
  id                  BINARY(16) NOT NULL,
  rev                 BIGINT     NOT NULL,
  revtype             TINYINT    NOT NULL,
  fulfilment_order_id BINARY(16),
  line_no             INT,
  order_line_id       BINARY(16),
  sku_id              BINARY(16),
  sku_code            VARCHAR(64),
  name                VARCHAR(300),
  spec                VARCHAR(300),
  barcodes            VARCHAR(500),
  bin                 VARCHAR(40),
  quantity            INT,
  picked              INT,
  packed              INT,
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
