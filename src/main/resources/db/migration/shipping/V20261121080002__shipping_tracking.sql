-- Where each parcel with a waybill is now: what its events add up to.
CREATE TABLE tracking (
  tenant_id        INT          NOT NULL,
  id               BINARY(16)   NOT NULL,
  parcel_id        BINARY(16)   NOT NULL,
  carrier          VARCHAR(16)  NOT NULL,
  waybill_no       VARCHAR(40)  NOT NULL,
  sender_last_four VARCHAR(4)   NOT NULL,
  status           VARCHAR(24)  NOT NULL,
  status_at        DATETIME(6),
  place            VARCHAR(120) NOT NULL,
  text             VARCHAR(500) NOT NULL,
  collected_at     DATETIME(6),
  delivered_at     DATETIME(6),
  refused_at       DATETIME(6),
  started_at       DATETIME(6)  NOT NULL,
  next_look_at     DATETIME(6),
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_tracking_waybill (tenant_id, carrier, waybill_no),
  KEY ix_tracking_parcel (tenant_id, parcel_id),
  KEY ix_tracking_look (tenant_id, next_look_at),
  CONSTRAINT ck_tracking_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What carriers told, as it was told; only added to.
CREATE TABLE tracking_event (
  tenant_id   INT          NOT NULL,
  tracking_id BINARY(16)   NOT NULL,
  at          DATETIME(6)  NOT NULL,
  code        VARCHAR(16)  NOT NULL,
  status      VARCHAR(24),
  known       BOOLEAN      NOT NULL,
  place       VARCHAR(120) NOT NULL,
  text        VARCHAR(500) NOT NULL,
  recorded_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (tenant_id, tracking_id, at, code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
