-- Which SKU an item of a shop stands for.
CREATE TABLE item_mapping (
  tenant_id INT          NOT NULL,
  id        BINARY(16)   NOT NULL,
  version   INT          NOT NULL,
  shop_id   BINARY(16)   NOT NULL,
  item_key  VARCHAR(120) NOT NULL,
  sku_id    BINARY(16)   NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_item_mapping (tenant_id, shop_id, item_key),
  KEY ix_item_mapping_sku (tenant_id, sku_id),
  CONSTRAINT fk_item_mapping_sku FOREIGN KEY (tenant_id, sku_id) REFERENCES sku (tenant_id, id),
  CONSTRAINT fk_item_mapping_shop FOREIGN KEY (tenant_id, shop_id) REFERENCES shop (tenant_id, id),
  CONSTRAINT ck_item_mapping_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE item_mapping_aud (
  tenant_id INT        NOT NULL,
  id        BINARY(16) NOT NULL,
  rev       BIGINT     NOT NULL,
  revtype   TINYINT    NOT NULL,
  shop_id   BINARY(16),
  item_key  VARCHAR(120),
  sku_id    BINARY(16),
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;

-- Changes with every change of a merchant's catalogue: cached answers hold only as long as it stays.
CREATE TABLE catalog_stamp (
  tenant_id INT        NOT NULL PRIMARY KEY,
  stamp     BINARY(16) NOT NULL,
  CONSTRAINT ck_catalog_stamp_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
