package com.dingshu.archproof;

/** Payments tied to one provider. */
class StripeEverywhere {
    com.stripe.model.Charge charge = new com.stripe.model.Charge();
}
