CREATE TABLE warehouse (
  tenant_id    INT          NOT NULL,
  id           BINARY(16)   NOT NULL,
  version      INT          NOT NULL,
  code         VARCHAR(40)  NOT NULL,
  name         VARCHAR(120) NOT NULL,
  country      VARCHAR(2)   NOT NULL,
  province     VARCHAR(60)  NOT NULL,
  city         VARCHAR(60)  NOT NULL,
  district     VARCHAR(60)  NOT NULL,
  detail       VARCHAR(300) NOT NULL,
  postcode     VARCHAR(20)  NOT NULL,
  sender_name  VARCHAR(120) NOT NULL,
  sender_phone VARCHAR(40)  NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_warehouse_code (tenant_id, code),
  CONSTRAINT ck_warehouse_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE warehouse_aud (
  tenant_id    INT        NOT NULL,
  id           BINARY(16) NOT NULL,
  rev          BIGINT     NOT NULL,
  revtype      TINYINT    NOT NULL,
  code         VARCHAR(40),
  name         VARCHAR(120),
  country      VARCHAR(2),
  province     VARCHAR(60),
  city         VARCHAR(60),
  district     VARCHAR(60),
  detail       VARCHAR(300),
  postcode     VARCHAR(20),
  sender_name  VARCHAR(120),
  sender_phone VARCHAR(40),
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;

-- Which warehouses serve a shop, first choice first. A shop without rows is served by all.
CREATE TABLE shop_warehouse (
  tenant_id    INT        NOT NULL,
  id           BINARY(16) NOT NULL,
  version      INT        NOT NULL,
  shop_id      BINARY(16) NOT NULL,
  warehouse_id BINARY(16) NOT NULL,
  position     INT        NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_shop_warehouse (tenant_id, shop_id, warehouse_id),
  KEY ix_shop_warehouse_warehouse (tenant_id, warehouse_id),
  CONSTRAINT fk_shop_warehouse_shop FOREIGN KEY (tenant_id, shop_id) REFERENCES shop (tenant_id, id),
  CONSTRAINT fk_shop_warehouse_warehouse FOREIGN KEY (tenant_id, warehouse_id) REFERENCES warehouse (tenant_id, id),
  CONSTRAINT ck_shop_warehouse_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE shop_warehouse_aud (
  tenant_id    INT        NOT NULL,
  id           BINARY(16) NOT NULL,
  rev          BIGINT     NOT NULL,
  revtype      TINYINT    NOT NULL,
  shop_id      BINARY(16),
  warehouse_id BINARY(16),
  position     INT,
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
