-- Who changed something, when, why and from where: one row a transaction.
CREATE TABLE revinfo (
  tenant_id  INT          NOT NULL,
  rev        BIGINT       NOT NULL,
  at         DATETIME(6)  NOT NULL,
  actor_kind VARCHAR(10)  NOT NULL,
  actor_id   BINARY(16),
  actor_name VARCHAR(120) NOT NULL,
  reason     VARCHAR(500),
  device     VARCHAR(300),
  request_id VARCHAR(64)  NOT NULL,
  PRIMARY KEY (tenant_id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE revinfo_id (
  name     VARCHAR(40) NOT NULL PRIMARY KEY,
  next_val BIGINT      NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
