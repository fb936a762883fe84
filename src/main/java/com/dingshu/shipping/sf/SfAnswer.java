package com.dingshu.shipping.sf;

import tools.jackson.databind.JsonNode;

/** What the gateway answered to one call. */
sealed interface SfAnswer {

    /** The service did what was asked. */
    record Done(JsonNode data) implements SfAnswer {}

    /** The gateway or the service said no; repeating the same call changes nothing. */
    record Denied(String code, String message) implements SfAnswer {

        String text() {
            return message.isBlank() ? code : message + "（" + code + "）";
        }
    }

    /** No answer, or one that says to come back later. */
    record Unreachable(String reason) implements SfAnswer {}
}
