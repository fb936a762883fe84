-- The platform's own tables: they hold no business data and carry no tenant predicate.
CREATE TABLE tenant (
  id          INT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug        VARCHAR(40)  NOT NULL,
  name        VARCHAR(120) NOT NULL,
  status      VARCHAR(20)  NOT NULL,
  time_zone   VARCHAR(60)  NOT NULL,
  currency    CHAR(3)      NOT NULL,
  locale      VARCHAR(20)  NOT NULL,
  created_at  DATETIME(6)  NOT NULL,
  UNIQUE KEY uk_tenant_slug (slug)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE shop_address (
  channel      VARCHAR(30)  NOT NULL,
  external_key VARCHAR(191) NOT NULL,
  tenant_id    INT          NOT NULL,
  shop_id      BINARY(16)   NOT NULL,
  PRIMARY KEY (channel, external_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE work_lease (
  kind      VARCHAR(60) NOT NULL,
  tenant_id INT         NOT NULL,
  owner     CHAR(36)    NOT NULL,
  until_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (kind, tenant_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
