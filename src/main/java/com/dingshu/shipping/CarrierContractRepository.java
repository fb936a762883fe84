package com.dingshu.shipping;

import com.dingshu.tenancy.TenantKey;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CarrierContractRepository extends JpaRepository<CarrierContract, TenantKey> {

    Optional<CarrierContract> findByCarrier(String carrier);
}
