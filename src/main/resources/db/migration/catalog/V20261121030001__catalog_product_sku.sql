CREATE TABLE product (
  tenant_id INT          NOT NULL,
  id        BINARY(16)   NOT NULL,
  version   INT          NOT NULL,
  code      VARCHAR(64)  NOT NULL,
  name      VARCHAR(200) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_product_code (tenant_id, code),
  CONSTRAINT ck_product_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE product_aud (
  tenant_id INT        NOT NULL,
  id        BINARY(16) NOT NULL,
  rev       BIGINT     NOT NULL,
  revtype   TINYINT    NOT NULL,
  code      VARCHAR(64),
  name      VARCHAR(200),
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;

CREATE TABLE sku (
  tenant_id               INT          NOT NULL,
  id                      BINARY(16)   NOT NULL,
  version                 INT          NOT NULL,
  product_id              BINARY(16)   NOT NULL,
  code                    VARCHAR(64)  NOT NULL,
  name                    VARCHAR(200) NOT NULL,
  spec                    VARCHAR(200),
  type                    VARCHAR(20)  NOT NULL,
  weight_grams            BIGINT       NOT NULL,
  length_mm               INT,
  width_mm                INT,
  height_mm               INT,
  cost_minor              BIGINT       NOT NULL,
  price_minor             BIGINT       NOT NULL,
  currency                CHAR(3)      NOT NULL,
  safety_stock            INT,
  buffer_percent_times100 INT,
  buffer_rounds_up        BOOLEAN      NOT NULL,
  tax_code                VARCHAR(64),
  active                  BOOLEAN      NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_sku_code (tenant_id, code),
  KEY ix_sku_product (tenant_id, product_id),
  CONSTRAINT fk_sku_product FOREIGN KEY (tenant_id, product_id) REFERENCES product (tenant_id, id),
  CONSTRAINT ck_sku_tenant CHECK (tenant_id > 0),
  CONSTRAINT ck_sku_buffer CHECK (buffer_percent_times100 BETWEEN 0 AND 10000)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE sku_aud (
  tenant_id               INT        NOT NULL,
  id                      BINARY(16) NOT NULL,
  rev                     BIGINT     NOT NULL,
  revtype                 TINYINT    NOT NULL,
  product_id              BINARY(16),
  code                    VARCHAR(64),
  name                    VARCHAR(200),
  spec                    VARCHAR(200),
  type                    VARCHAR(20),
  weight_grams            BIGINT,
  length_mm               INT,
  width_mm                INT,
  height_mm               INT,
  cost_minor              BIGINT,
  price_minor             BIGINT,
  currency                CHAR(3),
  safety_stock            INT,
  buffer_percent_times100 INT,
  buffer_rounds_up        BOOLEAN,
  tax_code                VARCHAR(64),
  active                  BOOLEAN,
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;

CREATE TABLE sku_barcode (
  tenant_id INT         NOT NULL,
  id        BINARY(16)  NOT NULL,
  version   INT         NOT NULL,
  sku_id    BINARY(16)  NOT NULL,
  barcode   VARCHAR(64) NOT NULL,
  position  INT         NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_sku_barcode (tenant_id, barcode),
  KEY ix_sku_barcode_sku (tenant_id, sku_id),
  CONSTRAINT fk_sku_barcode_sku FOREIGN KEY (tenant_id, sku_id) REFERENCES sku (tenant_id, id),
  CONSTRAINT ck_sku_barcode_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE sku_barcode_aud (
  tenant_id INT        NOT NULL,
  id        BINARY(16) NOT NULL,
  rev       BIGINT     NOT NULL,
  revtype   TINYINT    NOT NULL,
  sku_id    BINARY(16),
  barcode   VARCHAR(64),
  position  INT,
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
