CREATE TABLE operation_log (
  tenant_id    INT          NOT NULL,
  id           BINARY(16)   NOT NULL,
  at           DATETIME(6)  NOT NULL,
  actor_kind   VARCHAR(10)  NOT NULL,
  actor_id     BINARY(16),
  actor_name   VARCHAR(120) NOT NULL,
  action       VARCHAR(60)  NOT NULL,
  subject_type VARCHAR(40)  NOT NULL,
  subject      VARCHAR(191) NOT NULL,
  reason       VARCHAR(500),
  detail       VARCHAR(2000),
  device       VARCHAR(300),
  request_id   VARCHAR(64)  NOT NULL,
  manual       BOOLEAN      NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY ix_operation_log_subject (tenant_id, subject_type, subject)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
