CREATE TABLE shop (
  tenant_id               INT          NOT NULL,
  id                      BINARY(16)   NOT NULL,
  version                 INT          NOT NULL,
  channel                 VARCHAR(30)  NOT NULL,
  name                    VARCHAR(120) NOT NULL,
  external_id             VARCHAR(191) NOT NULL,
  currency                CHAR(3)      NOT NULL,
  active                  BOOLEAN      NOT NULL,
  payment_timeout_seconds INT          NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_shop_external (tenant_id, channel, external_id),
  CONSTRAINT ck_shop_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE shop_aud (
  tenant_id               INT        NOT NULL,
  id                      BINARY(16) NOT NULL,
  rev                     BIGINT     NOT NULL,
  revtype                 TINYINT    NOT NULL,
  channel                 VARCHAR(30),
  name                    VARCHAR(120),
  external_id             VARCHAR(191),
  currency                CHAR(3),
  active                  BOOLEAN,
  payment_timeout_seconds INT,
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
