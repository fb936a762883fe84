package com.dingshu.fulfilment;

import com.dingshu.tenancy.TenantKey;
import org.springframework.data.jpa.repository.JpaRepository;

interface ScanRecordRepository extends JpaRepository<ScanRecord, TenantKey> {}
