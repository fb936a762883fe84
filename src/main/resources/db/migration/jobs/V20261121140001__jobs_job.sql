-- Work on many things that a person asked for, with a result for each.
CREATE TABLE job_run (
  tenant_id   INT           NOT NULL,
  id          BINARY(16)    NOT NULL,
  kind        VARCHAR(40)   NOT NULL,
  title       VARCHAR(200)  NOT NULL,
  args        MEDIUMTEXT    NOT NULL,
  starter     VARCHAR(200)  NOT NULL,
  actor_kind  VARCHAR(10)   NOT NULL,
  actor_id    BINARY(16),
  actor_name  VARCHAR(120)  NOT NULL,
  permissions VARCHAR(2000) NOT NULL,
  device      VARCHAR(300),
  reason      VARCHAR(500),
  total       INT           NOT NULL,
  done        INT           NOT NULL,
  skipped     INT           NOT NULL,
  failed      INT           NOT NULL,
  started_at  DATETIME(6)   NOT NULL,
  ended_at    DATETIME(6),
  PRIMARY KEY (tenant_id, id),
  KEY ix_job_run_open (tenant_id, ended_at, id),
  KEY ix_job_run_starter (tenant_id, starter, id),
  CONSTRAINT ck_job_run_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE job_item (
  tenant_id   INT          NOT NULL,
  job_id      BINARY(16)   NOT NULL,
  position    INT          NOT NULL,
  item_key    VARCHAR(64)  NOT NULL,
  label       VARCHAR(120) NOT NULL,
  state       VARCHAR(10)  NOT NULL,
  reason_key  VARCHAR(120),
  reason_args VARCHAR(500),
  PRIMARY KEY (tenant_id, job_id, position),
  KEY ix_job_item_state (tenant_id, job_id, state, position),
  CONSTRAINT fk_job_item_run FOREIGN KEY (tenant_id, job_id) REFERENCES job_run (tenant_id, id),
  CONSTRAINT ck_job_item_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
