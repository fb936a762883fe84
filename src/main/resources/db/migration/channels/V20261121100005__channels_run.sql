-- Work on many payloads that a person asked for: running them again, or fetching missed orders. It outlives the page and a
-- restart; next_at is set while there is something to do.
CREATE TABLE intake_run (
  tenant_id   INT          NOT NULL,
  id          BINARY(16)   NOT NULL,
  kind        VARCHAR(10)  NOT NULL,
  shop_id     BINARY(16),
  channel     VARCHAR(30)  NOT NULL,
  problem_kind  VARCHAR(20),
  problem_field VARCHAR(80),
  changed_from  DATETIME(6),
  placed_until  DATETIME(6),
  listed_until  DATETIME(6),
  list_to       DATETIME(6),
  page_cursor   VARCHAR(500) NOT NULL,
  next_at     DATETIME(6),
  failures    INT          NOT NULL,
  problem     VARCHAR(300) NOT NULL,
  started_by  VARCHAR(120) NOT NULL,
  started_at  DATETIME(6)  NOT NULL,
  finished_at DATETIME(6),
  PRIMARY KEY (tenant_id, id),
  KEY ix_intake_run_due (tenant_id, next_at),
  KEY ix_intake_run_shop (tenant_id, shop_id, id),
  CONSTRAINT ck_intake_run_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Each thing of a run once, whatever the platform lists how often, with what became of it.
CREATE TABLE intake_run_item (
  tenant_id    INT          NOT NULL,
  run_id       BINARY(16)   NOT NULL,
  item_key     VARCHAR(120) NOT NULL,
  label        VARCHAR(120) NOT NULL,
  state        VARCHAR(10)  NOT NULL,
  attempts     INT          NOT NULL,
  raw_id       BINARY(16),
  order_number VARCHAR(40),
  problem_kind VARCHAR(20),
  problem_field VARCHAR(80),
  problem_detail VARCHAR(300),
  PRIMARY KEY (tenant_id, run_id, item_key),
  KEY ix_intake_run_item_state (tenant_id, run_id, state, item_key),
  CONSTRAINT ck_intake_run_item_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
