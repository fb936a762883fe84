-- Views of the board that people keep under a name.
CREATE TABLE saved_view (
  tenant_id    INT         NOT NULL,
  id           BINARY(16)  NOT NULL,
  version      INT         NOT NULL,
  user_id      BINARY(16)  NOT NULL,
  name         VARCHAR(40) NOT NULL,
  shared       BOOLEAN     NOT NULL,
  board_view   VARCHAR(20) NOT NULL,
  board_sort   VARCHAR(20) NOT NULL,
  shop_id      BINARY(16),
  warehouse_id BINARY(16),
  days         INT         NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_saved_view_name (tenant_id, user_id, name),
  KEY ix_saved_view_shared (tenant_id, shared),
  CONSTRAINT ck_saved_view_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE saved_view_aud (
  tenant_id    INT        NOT NULL,
  id           BINARY(16) NOT NULL,
  rev          BIGINT     NOT NULL,
  revtype      TINYINT    NOT NULL,
  user_id      BINARY(16),
  name         VARCHAR(40),
  shared       BOOLEAN,
  board_view   VARCHAR(20),
  board_sort   VARCHAR(20),
  shop_id      BINARY(16),
  warehouse_id BINARY(16),
  days         INT,
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
