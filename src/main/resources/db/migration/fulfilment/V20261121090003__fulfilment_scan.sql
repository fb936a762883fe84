-- Every scan and its answer: the same operation asked again gets the same answer.
CREATE TABLE fulfilment_scan (
  tenant_id   INT          NOT NULL,
  id          BINARY(16)   NOT NULL,
  user_id     BINARY(16)   NOT NULL,
  kind        VARCHAR(10)  NOT NULL,
  task_id     BINARY(16),
  code        VARCHAR(120) NOT NULL,
  scanned_at  DATETIME(6)  NOT NULL,
  received_at DATETIME(6)  NOT NULL,
  result      VARCHAR(20)  NOT NULL,
  answer      TEXT         NOT NULL,
  PRIMARY KEY (tenant_id, id),
  KEY ix_fulfilment_scan_task (tenant_id, task_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
