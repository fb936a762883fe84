-- What somebody still has to find out after an intervention by hand; the row has the id of the log's entry.
CREATE TABLE operation_follow_up (
  tenant_id INT        NOT NULL,
  id        BINARY(16) NOT NULL,
  due_on    DATE       NOT NULL,
  done_at   DATETIME(6),
  done_by   VARCHAR(120),
  outcome   VARCHAR(500),
  PRIMARY KEY (tenant_id, id),
  KEY ix_operation_follow_up_due (tenant_id, done_at, due_on),
  CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
