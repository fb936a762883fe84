package com.dingshu.shipping;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Doorbell;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.TenantKeys;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The merchant's contracts with carriers. */
@Service
@Transactional
public class CarrierAccounts {

    private final CarrierContractRepository contracts;
    private final WaybillRepository waybills;
    private final TenantKeys keys;
    private final Doorbell doorbell;
    private final Clock clock;

    CarrierAccounts(
            CarrierContractRepository contracts,
            WaybillRepository waybills,
            TenantKeys keys,
            Doorbell doorbell,
            Clock clock) {
        this.contracts = contracts;
        this.waybills = waybills;
        this.keys = keys;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /**
     * Stores the contract with a carrier, in place of the one before; parcels that wait for a number are asked for at once.
     * The secret is encrypted and never read out again.
     */
    @Requires(Permission.SETTINGS_MANAGE)
    public void configure(CarrierAccount account) {
        CarrierContract contract =
                contracts.findByCarrier(account.carrier()).orElseGet(() -> new CarrierContract(account.carrier()));
        byte[] secret = keys.encrypt(account.secret(), context(account.carrier()));
        contract.change(account.partnerId(), secret, account.monthlyCard());
        contracts.save(contract);
        waybills.wake(account.carrier(), clock.instant());
        doorbell.ring(Waybills.KIND, Acting.current().tenantId());
    }

    /** Whether parcels can be sent with the carrier. */
    @Requires({Permission.SETTINGS_VIEW, Permission.SHIPPING_VIEW, Permission.FACTS_RECORD})
    @Transactional(readOnly = true)
    public boolean has(String carrier) {
        return contracts.findByCarrier(carrier).isPresent();
    }

    /** The carriers there is an account with. */
    @Transactional(readOnly = true)
    Set<String> carriers() {
        return contracts.findAll().stream().map(CarrierContract::carrier).collect(Collectors.toSet());
    }

    @Transactional(readOnly = true)
    Optional<CarrierAccount> open(String carrier) {
        return contracts
                .findByCarrier(carrier)
                .map(contract -> new CarrierAccount(
                        carrier,
                        contract.partnerId(),
                        keys.decryptText(contract.secret(), context(carrier)),
                        contract.monthlyCard()));
    }

    private static String context(String carrier) {
        return "carrier_contract|" + carrier + "|secret";
    }
}
