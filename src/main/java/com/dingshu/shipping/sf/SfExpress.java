package com.dingshu.shipping.sf;

import com.dingshu.shared.PostalAddress;
import com.dingshu.shared.Sentence;
import com.dingshu.shipping.CancelResult;
import com.dingshu.shipping.Carrier;
import com.dingshu.shipping.CarrierAccount;
import com.dingshu.shipping.CarrierScan;
import com.dingshu.shipping.RequestWaybill;
import com.dingshu.shipping.RequestWaybill.Party;
import com.dingshu.shipping.WaybillLabel;
import com.dingshu.shipping.WaybillResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** SF Express (顺丰速运). Waybill numbers need no stock of numbers: SF draws one for each order, free of any balance. */
@Component
class SfExpress implements Carrier {

    private static final String SERVICE = "顺丰标快";

    /** The order id was used before: by our own earlier call, so its number is looked up. */
    private static final Set<String> REPEATED = Set.of("8016", "A1007");

    /** Cancelled before, or never created. */
    private static final Set<String> GONE = Set.of("8037", "8018");

    private static final int SENDER = 1;
    private static final int RECEIVER = 2;
    private static final int STANDARD_EXPRESS = 2;
    private static final int PAID_BY_SENDER = 1;
    private static final int NOT_SERVED = 3;
    private static final int CANCEL = 2;
    private static final int MOST_CARGO_LINES = 20;
    private static final int BY_MONTHLY_CARD = 2;

    private final SfClient client;
    private final SfRoutes routes;

    SfExpress(SfClient client, SfRoutes routes) {
        this.client = client;
        this.routes = routes;
    }

    @Override
    public String code() {
        return "SF";
    }

    @Override
    public WaybillResult create(CarrierAccount account, String reference, RequestWaybill request) {
        SfAnswer answer = client.call(account, SfService.EXP_RECE_CREATE_ORDER, order(account, reference, request));
        if (answer instanceof SfAnswer.Denied denied && REPEATED.contains(denied.code())) {
            return issued(search(account, reference));
        }
        return issued(answer);
    }

    @Override
    public CancelResult cancel(CarrierAccount account, String reference) {
        Map<String, Object> message = Map.of("orderId", reference, "dealType", CANCEL);
        return switch (client.call(account, SfService.EXP_RECE_UPDATE_ORDER, message)) {
            case SfAnswer.Done done -> new CancelResult.Cancelled();
            case SfAnswer.Denied denied when GONE.contains(denied.code()) -> new CancelResult.Cancelled();
            case SfAnswer.Denied denied -> new CancelResult.Refused(denied.text());
            case SfAnswer.Unreachable away -> new CancelResult.Unreachable(away.reason());
        };
    }

    @Override
    public RoutesAnswer routes(CarrierAccount account, List<String> waybillNos, String phoneLastFour) {
        Map<String, Object> message = Map.of(
                "language", "zh-CN",
                "trackingType", "1",
                "trackingNumber", waybillNos,
                "methodType", "1",
                "checkPhoneNo", phoneLastFour);
        return switch (client.call(account, SfService.EXP_RECE_SEARCH_ROUTES, message)) {
            case SfAnswer.Done done -> new RoutesAnswer.Found(scans(done.data()));
            case SfAnswer.Denied denied -> new RoutesAnswer.Failed(denied.text());
            case SfAnswer.Unreachable away -> new RoutesAnswer.Failed(away.reason());
        };
    }

    /** Proved by the monthly card; without one SF wants a whole telephone number, which is not kept here. */
    @Override
    public Optional<Instant> expectedAt(CarrierAccount account, String waybillNo) {
        if (account.monthlyCard().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> message =
                Map.of("searchNo", waybillNo, "checkType", BY_MONTHLY_CARD, "checkNos", List.of(account.monthlyCard()));
        return switch (client.call(account, SfService.EXP_RECE_SEARCH_PROMITM, message)) {
            case SfAnswer.Done done ->
                SfRoutes.time(done.data().path("promiseTm").asString(""));
            case SfAnswer.Denied denied -> Optional.empty();
            case SfAnswer.Unreachable away -> Optional.empty();
        };
    }

    @Override
    public int mostPerLookUp() {
        return 10;
    }

    private SfAnswer search(CarrierAccount account, String reference) {
        return client.call(account, SfService.EXP_RECE_SEARCH_ORDER_RESP, Map.of("orderId", reference));
    }

    private static WaybillResult issued(SfAnswer answer) {
        return switch (answer) {
            case SfAnswer.Done done -> read(done.data());
            case SfAnswer.Denied denied -> new WaybillResult.Refused(denied.text());
            case SfAnswer.Unreachable away -> new WaybillResult.Unreachable(away.reason());
        };
    }

    private static WaybillResult read(JsonNode data) {
        String waybillNo =
                data.path("waybillNoInfoList").path(0).path("waybillNo").asString("");
        if (data.path("filterResult").asInt(0) == NOT_SERVED) {
            return new WaybillResult.Refused(Sentence.of(
                    "shipping.problem.out-of-range", data.path("remark").asString("")));
        }
        return waybillNo.isEmpty()
                ? new WaybillResult.Unreachable("no waybill number yet")
                : new WaybillResult.Issued(waybillNo, label(data));
    }

    private static WaybillLabel label(JsonNode data) {
        JsonNode printed = data.path("routeLabelInfo").path(0).path("routeLabelData");
        String sorting =
                printed.path("destRouteLabel").asString(data.path("destCode").asString(""));
        int dash = sorting.indexOf('-');
        String head = dash < 0 ? sorting : sorting.substring(0, dash);
        String rest = dash < 0 ? "" : sorting.substring(dash);
        String detail = (rest + " " + printed.path("codingMapping").asString("")).strip();
        return new WaybillLabel(printed.path("proName").asString(SERVICE), head, detail);
    }

    private static Map<String, Object> order(CarrierAccount account, String reference, RequestWaybill request) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("language", "zh-CN");
        message.put("orderId", reference);
        message.put("cargoDetails", cargo(request));
        message.put(
                "contactInfoList", List.of(contact(SENDER, request.sender()), contact(RECEIVER, request.receiver())));
        message.put("expressTypeId", STANDARD_EXPRESS);
        message.put("payMethod", PAID_BY_SENDER);
        message.put("parcelQty", 1);
        message.put("isReturnRoutelabel", 1);
        message.put("remark", request.reference());
        if (!account.monthlyCard().isEmpty()) {
            message.put("monthlyCard", account.monthlyCard());
        }
        if (request.weightGrams() > 0) {
            message.put("totalWeight", BigDecimal.valueOf(request.weightGrams(), 3));
        }
        return message;
    }

    private static List<Map<String, Object>> cargo(RequestWaybill request) {
        return request.cargo().stream()
                .limit(MOST_CARGO_LINES)
                .map(cargo -> Map.<String, Object>of("name", cargo.name(), "count", cargo.count()))
                .toList();
    }

    private static Map<String, Object> contact(int type, Party party) {
        PostalAddress address = party.address();
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("contactType", type);
        contact.put("contact", party.name());
        contact.put("mobile", party.phone());
        contact.put("country", address.country().isEmpty() ? "CN" : address.country());
        contact.put("province", address.province());
        contact.put("city", address.city());
        contact.put("county", address.district());
        contact.put("address", address.detail());
        return contact;
    }

    private List<CarrierScan> scans(JsonNode data) {
        List<CarrierScan> scans = new ArrayList<>();
        for (JsonNode parcel : data.path("routeResps")) {
            String waybillNo = parcel.path("mailNo").asString("");
            for (JsonNode route : parcel.path("routes")) {
                routes.read(waybillNo, route).ifPresent(scans::add);
            }
        }
        return scans;
    }
}
