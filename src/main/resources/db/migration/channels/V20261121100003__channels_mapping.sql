-- The merchant's own versions of a channel's mapping; version 1 comes with the product. A published one never changes.
CREATE TABLE mapping_version (
  tenant_id    INT          NOT NULL,
  id           BINARY(16)   NOT NULL,
  version      INT          NOT NULL,
  channel      VARCHAR(30)  NOT NULL,
  number       INT          NOT NULL,
  state        VARCHAR(10)  NOT NULL,
  document     MEDIUMTEXT   NOT NULL,
  note         VARCHAR(300) NOT NULL,
  created_by   VARCHAR(120) NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  published_at DATETIME(6),
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_mapping_version (tenant_id, channel, number),
  CONSTRAINT ck_mapping_version_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE mapping_version_aud (
  tenant_id    INT        NOT NULL,
  id           BINARY(16) NOT NULL,
  rev          BIGINT     NOT NULL,
  revtype      TINYINT    NOT NULL,
  channel      VARCHAR(30),
  number       INT,
  state        VARCHAR(10),
  document     MEDIUMTEXT,
  note         VARCHAR(300),
  created_by   VARCHAR(120),
  created_at   DATETIME(6),
  published_at DATETIME(6),
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;

-- Orders from files: the file as it came, and how far its rows have been taken in.
CREATE TABLE file_import (
  tenant_id   INT          NOT NULL,
  id          BINARY(16)   NOT NULL,
  shop_id     BINARY(16)   NOT NULL,
  file_name   VARCHAR(200) NOT NULL,
  file_hash   BINARY(32)   NOT NULL,
  size_bytes  INT          NOT NULL,
  encoding    VARCHAR(20)  NOT NULL,
  state       VARCHAR(10)  NOT NULL,
  rows_total  INT          NOT NULL,
  rows_done   INT          NOT NULL,
  created     INT          NOT NULL,
  changed     INT          NOT NULL,
  unchanged   INT          NOT NULL,
  refused     INT          NOT NULL,
  started_by  VARCHAR(120) NOT NULL,
  started_at  DATETIME(6)  NOT NULL,
  finished_at DATETIME(6),
  problem     VARCHAR(300) NOT NULL,
  body        LONGBLOB     NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY ix_file_import_started (tenant_id, started_at),
  KEY ix_file_import_state (tenant_id, state),
  CONSTRAINT ck_file_import_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What became of each row of a file.
CREATE TABLE file_import_row (
  tenant_id    INT          NOT NULL,
  import_id    BINARY(16)   NOT NULL,
  row_no       INT          NOT NULL,
  external_id  VARCHAR(120) NOT NULL,
  outcome      VARCHAR(12)  NOT NULL,
  order_number VARCHAR(40),
  problem_kind VARCHAR(20),
  problem_field VARCHAR(80),
  problem_detail VARCHAR(300),
  PRIMARY KEY (tenant_id, import_id, row_no),
  KEY ix_file_import_row_outcome (tenant_id, import_id, outcome, row_no),
  CONSTRAINT ck_file_import_row_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
