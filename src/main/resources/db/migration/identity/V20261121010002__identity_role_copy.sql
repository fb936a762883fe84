-- A merchant's own versions of preset roles.
CREATE TABLE role_copy (
  tenant_id   INT           NOT NULL,
  id          BINARY(16)    NOT NULL,
  version     INT           NOT NULL,
  role_id     VARCHAR(60)   NOT NULL,
  based_on    VARCHAR(40)   NOT NULL,
  name        VARCHAR(60)   NOT NULL,
  permissions VARCHAR(4000) NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE KEY uk_role_copy_role (tenant_id, role_id),
  UNIQUE KEY uk_role_copy_name (tenant_id, name),
  CONSTRAINT ck_role_copy_tenant CHECK (tenant_id > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE role_copy_aud (
  tenant_id   INT        NOT NULL,
  id          BINARY(16) NOT NULL,
  rev         BIGINT     NOT NULL,
  revtype     TINYINT    NOT NULL,
  role_id     VARCHAR(60),
  based_on    VARCHAR(40),
  name        VARCHAR(60),
  permissions VARCHAR(4000),
  PRIMARY KEY (tenant_id, id, rev)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  PARTITION BY KEY (tenant_id) PARTITIONS 16;
