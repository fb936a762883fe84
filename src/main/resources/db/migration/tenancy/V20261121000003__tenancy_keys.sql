-- The merchant's keys, wrapped by the installation's key.
CREATE TABLE tenant_key (
  tenant_id  INT           NOT NULL,
  id         BINARY(16)    NOT NULL,
  purpose    VARCHAR(20)   NOT NULL,
  wrapped    VARBINARY(255) NOT NULL,
  created_at DATETIME(6)   NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_tenant_key_purpose (tenant_id, purpose),
  CONSTRAINT ck_tenant_key_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
