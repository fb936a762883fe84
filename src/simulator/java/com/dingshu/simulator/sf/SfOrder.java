package com.dingshu.simulator.sf;

import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the gateway reads from an order: who to whom, and where. */
record SfOrder(
        String orderId,
        String remark,
        String from,
        String city,
        String address,
        Set<String> lastFours,
        String missing) {

    private static final int SENDER = 1;
    private static final int RECEIVER = 2;

    static SfOrder read(JsonNode message) {
        JsonNode sender = contact(message, SENDER);
        JsonNode receiver = contact(message, RECEIVER);
        Set<String> lastFours = new LinkedHashSet<>();
        message.path("contactInfoList").forEach(contact -> lastFours.add(lastFour(contact)));
        return new SfOrder(
                message.path("orderId").asString(""),
                message.path("remark").asString(""),
                sender.path("city").asString("上海市"),
                receiver.path("city").asString(""),
                receiver.path("address").asString(""),
                lastFours,
                missing(message, receiver));
    }

    private static String missing(JsonNode message, JsonNode receiver) {
        for (String field : new String[] {"contact", "mobile", "address"}) {
            if (receiver.path(field).asString("").isBlank()) {
                return "contactInfoList." + field;
            }
        }
        return message.path("cargoDetails").isEmpty()
                ? "cargoDetails"
                : message.path("orderId").asString("").isBlank() ? "orderId" : "";
    }

    private static JsonNode contact(JsonNode message, int type) {
        for (JsonNode contact : message.path("contactInfoList")) {
            if (contact.path("contactType").asInt() == type) {
                return contact;
            }
        }
        return message.path("none");
    }

    private static String lastFour(JsonNode contact) {
        String digits = contact.path("mobile")
                .asString(contact.path("tel").asString(""))
                .replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - 4));
    }
}
