package com.dingshu.payments.ui;

import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.ui.OrderPanel;
import com.dingshu.payments.PaymentFact;
import com.dingshu.payments.Payments;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** What was paid for the order, by whom it is held and what proves it. */
@org.springframework.stereotype.Component
public class PaymentsPanel implements OrderPanel {

    private final Payments payments;
    private final Formats formats;

    PaymentsPanel(Payments payments, Formats formats) {
        this.payments = payments;
        this.formats = formats;
    }

    @Override
    public String titleKey() {
        return "payments.panel";
    }

    @Override
    public int position() {
        return 110;
    }

    @Override
    public boolean shows(OrderDetails order) {
        return Acting.current().actor().may(Permission.PAYMENTS_VIEW);
    }

    @Override
    public Component create(OrderDetails order) {
        Div all = new Div();
        List<PaymentFact> facts = payments.ofOrder(order.id());
        if (facts.isEmpty()) {
            all.add(new EmptyState(
                    Icon.WALLET, all.getTranslation("payments.none"), all.getTranslation("payments.none.why")));
        }
        facts.forEach(fact -> all.add(section(fact)));
        return all;
    }

    private Component section(PaymentFact fact) {
        Div section = new Div();
        section.addClassName("section");
        Element list = new Element("dl");
        list.getClassList().add("facts");
        line(section, list, "amount", formats.money(fact.amount()));
        line(section, list, "provider", fact.provider());
        line(section, list, "number", fact.transactionNo());
        line(section, list, "paid", formats.exactTime(fact.paidAt()));
        line(section, list, "proof", fact.proof());
        section.getElement().appendChild(list);
        return section;
    }

    private static void line(Component owner, Element list, String key, String value) {
        Element term = new Element("dt");
        term.setText(owner.getTranslation("payments." + key));
        Element said = new Element("dd");
        said.setText(value);
        list.appendChild(term, said);
    }
}
