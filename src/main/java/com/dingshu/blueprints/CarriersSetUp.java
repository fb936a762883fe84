package com.dingshu.blueprints;

import com.dingshu.shipping.CarrierAccount;
import com.dingshu.shipping.CarrierAccounts;
import org.springframework.stereotype.Component;

/** The merchant's contracts with carriers. */
@Component
class CarriersSetUp {

    private final CarrierAccounts accounts;

    CarriersSetUp(CarrierAccounts accounts) {
        this.accounts = accounts;
    }

    void setUp(MerchantFolder folder) {
        folder.carriers().stream()
                .filter(contract -> !accounts.has(contract.carrier()))
                .map(contract -> new CarrierAccount(
                        contract.carrier(), contract.partnerId(), contract.secret(), contract.monthlyCard()))
                .forEach(accounts::configure);
    }
}
