-- How a shop is reached. Secret and token are encrypted under the merchant's key.
CREATE TABLE shop_connection (
  tenant_id    INT           NOT NULL,
  id           BINARY(16)    NOT NULL,
  version      INT           NOT NULL,
  shop_id      BINARY(16)    NOT NULL,
  channel      VARCHAR(30)   NOT NULL,
  base_address VARCHAR(300)  NOT NULL,
  app_key      VARCHAR(120)  NOT NULL,
  secret       VARBINARY(700) NOT NULL,
  token        VARBINARY(700) NOT NULL,
  pulls        BOOLEAN       NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_shop_connection (tenant_id, shop_id),
  CONSTRAINT ck_shop_connection_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE shop_connection_aud (
  tenant_id    INT        NOT NULL,
  id           BINARY(16) NOT NULL,
  rev          BIGINT     NOT NULL,
  revtype      TINYINT    NOT NULL,
  shop_id      BINARY(16),
  channel      VARCHAR(30),
  base_address VARCHAR(300),
  app_key      VARCHAR(120),
  secret       VARBINARY(700),
  token        VARBINARY(700),
  pulls        BOOLEAN,
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;

-- How far each shop has been pulled, and how it went.
CREATE TABLE shop_sync (
  tenant_id     INT          NOT NULL,
  id            BINARY(16)   NOT NULL,
  channel       VARCHAR(30)  NOT NULL,
  pulled_until  DATETIME(6)  NOT NULL,
  next_pull_at  DATETIME(6),
  last_pull_at  DATETIME(6),
  window_to     DATETIME(6),
  page_cursor   VARCHAR(500) NOT NULL,
  last_push_at  DATETIME(6),
  failures      INT          NOT NULL,
  problem       VARCHAR(300) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY ix_shop_sync_due (tenant_id, next_pull_at),
  CONSTRAINT ck_shop_sync_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
