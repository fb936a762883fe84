-- What was tried with a payload that did not go in at once, and what people did about it; only added to.
CREATE TABLE raw_attempt (
  tenant_id       INT          NOT NULL,
  id              BINARY(16)   NOT NULL,
  raw_id          BINARY(16)   NOT NULL,
  at              DATETIME(6)  NOT NULL,
  step            VARCHAR(12)  NOT NULL,
  problem_kind    VARCHAR(20),
  problem_field   VARCHAR(80),
  problem_detail  VARCHAR(300),
  mapping_version INT          NOT NULL,
  order_number    VARCHAR(40),
  actor_kind      VARCHAR(10)  NOT NULL,
  actor_name      VARCHAR(120) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY ix_raw_attempt_raw (tenant_id, raw_id, id),
  CONSTRAINT ck_raw_attempt_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
