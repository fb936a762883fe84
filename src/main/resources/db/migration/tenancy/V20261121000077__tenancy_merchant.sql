-- What a merchant says of itself; one row, with its history. The platform's list of tenants repeats name, zone, currency and
-- language for what has to be known before anybody is bound.
CREATE TABLE merchant (
  tenant_id INT           NOT NULL,
  id        BINARY(16)    NOT NULL,
  version   INT           NOT NULL,
  name      VARCHAR(120)  NOT NULL,
  time_zone VARCHAR(60)   NOT NULL,
  currency  CHAR(3)       NOT NULL,
  language  VARCHAR(20)   NOT NULL,
  hours     VARCHAR(400)  NOT NULL,
  holidays  VARCHAR(8000) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT ck_merchant_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE merchant_aud (
  tenant_id INT        NOT NULL,
  id        BINARY(16) NOT NULL,
  rev       BIGINT     NOT NULL,
  revtype   TINYINT    NOT NULL,
  name      VARCHAR(120),
  time_zone VARCHAR(60),
  currency  CHAR(3),
  language  VARCHAR(20),
  hours     VARCHAR(400),
  holidays  VARCHAR(8000),
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
