package com.dingshu.catalog;

import com.dingshu.tenancy.TenantKey;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface SkuBarcodeRepository extends JpaRepository<SkuBarcode, TenantKey> {

    List<SkuBarcode> findBySkuIdIn(Collection<UUID> skuIds);

    List<SkuBarcode> findByBarcodeIn(Collection<String> barcodes);
}
