package com.dingshu.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.identity.UserInfo;
import com.dingshu.orders.HoldReason;
import com.dingshu.shared.Ids;
import com.dingshu.shipping.events.WaybillIssued;
import com.dingshu.tenancy.Events;
import com.dingshu.tenancy.Retrying;
import com.dingshu.testing.Desk;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.People;
import com.dingshu.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the phone in the warehouse asks and is told. */
@IntegrationTest
class WarehouseApiIT {

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private People people;

    @Autowired
    private Parcels parcels;

    @Autowired
    private Events events;

    @Autowired
    private Retrying retrying;

    @Autowired
    private JdbcClient jdbc;

    private Desk desk;
    private UserInfo worker;
    private Visitor phone;
    private UUID order;
    private UUID task;

    @BeforeEach
    void aReleasedOrder() {
        desk = Desk.open(beans);
        desk.stocked("TEA", 10);
        order = desk.place(desk.anOrder().with(1, "TEA").paid()).id();
        desk.merchant().settle();
        task = desk.merchant().call(() -> parcels.ofOrder(order)).getFirst().id();
        desk.merchant()
                .run(() -> retrying.inTransaction(
                        () -> events.publish(new WaybillIssued(desk.merchant().id(), task, "SF", waybill()))));
        desk.merchant().settle();
        worker = people.hire(desk.merchant(), "warehouse-worker");
        phone = new Visitor(port).signedIn(desk.merchant(), worker);
    }

    @Test
    void saysInWhichWarehouseOneIs() {
        JsonNode me = Visitor.json(phone.get("/h5/api/me"));
        assertThat(me.at("/warehouse/name").asString()).isEqualTo("上海仓");
        assertThat(me.at("/warehouse/id").asString())
                .isEqualTo(desk.warehouse().id().toString());
    }

    @Test
    void listsWhatIsToBeDoneWithItsClock() {
        JsonNode only = onlyTask();
        assertThat(only.get("kind").asString()).isEqualTo("PICK");
        assertThat(only.get("parcel").asString()).isEqualTo("1/1");
        assertThat(only.get("clock").asString()).isEqualTo("RUNNING");
        assertThat(only.get("state").asString()).isEqualTo("READY");
        assertThat(only.get("lines")).hasSize(1);
        desk.merchant().run(() -> desk.orders().hold(order, HoldReason.MANUAL, "等回电"));
        assertThat(onlyTask().get("clock").asString()).isEqualTo("PAUSED");
        assertThat(onlyTask().get("state").asString()).isEqualTo("HELD");
    }

    @Test
    void tellsThePhoneWhichPackedParcelMayNotLeave() {
        scan("PICK", task, "TEA");
        scan("PACK", task, "TEA");
        JsonNode packed = onlyTask();
        assertThat(packed.get("kind").asString()).isEqualTo("OUTBOUND");
        assertThat(packed.get("state").asString()).isEqualTo("READY");
        assertThat(packed.get("waybillNo").asString()).isEqualTo(waybill());
        assertThat(packed.get("total").asInt()).isEqualTo(1);
        assertThat(packed.get("done").asInt()).isZero();
        assertThat(packed.get("lines")).isEmpty();
        assertThat(waitingToLeave()).isEqualTo(1);
        desk.merchant().run(() -> desk.orders().hold(order, HoldReason.MANUAL, "等回电"));
        assertThat(onlyTask().get("state").asString()).isEqualTo("HELD");
        assertThat(waitingToLeave()).isZero();
        desk.merchant().run(() -> desk.orders().cancel(order, "买家取消"));
        assertThat(onlyTask().get("state").asString()).isEqualTo("CANCELLED");
        desk.merchant().settle();
        assertThat(onlyTask().get("state").asString()).isEqualTo("CANCELLED");
        assertThat(waitingToLeave()).isZero();
    }

    @Test
    void stopsAnOrderTakenBackAtTheNextScanBeforeTheWarehouseHasHeard() {
        scan("PICK", task, "TEA");
        scan("PACK", task, "TEA");
        desk.merchant().run(() -> desk.orders().takeBack(order, "缺包装"));
        JsonNode result = scan("OUTBOUND", null, waybill());
        assertThat(result.get("result").asString()).isEqualTo("REFUSED");
        assertThat(result.at("/order/reason").asString()).isEqualTo("CANCELLED");
        assertThat(result.at("/order/anchor").asString()).isEqualTo("PAID");
    }

    @Test
    void writesADecisionDownOnceHoweverOftenThePhoneSendsIt() {
        UUID disputed = Ids.next();
        String op = """
                {"opId":"%s","userId":"%s","kind":"RESOLVE","taskId":null,"code":"%s","at":"2026-11-21T06:00:00Z",\
                "resolves":"%s","resolution":"HELD_BACK"}""".formatted(Ids.next(), worker.id(), waybill(), disputed);
        JsonNode first = sent(op);
        JsonNode again = sent(op);
        assertThat(first.get("result").asString()).isEqualTo("ACCEPTED");
        assertThat(again).isEqualTo(first);
        assertThat(jdbc.sql("""
                        select detail from operation_log
                        where tenant_id = :tenant and action = 'scan.resolved' and subject = :subject""")
                        .param("tenant", desk.merchant().id())
                        .param("subject", disputed.toString())
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("HELD_BACK"));
    }

    private String waybill() {
        return "SF" + Math.abs(task.getLeastSignificantBits());
    }

    private JsonNode tasks() {
        HttpResponse<String> answer = phone.get("/h5/api/tasks");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Visitor.json(answer);
    }

    private JsonNode onlyTask() {
        assertThat(tasks().get("tasks")).hasSize(1);
        return tasks().get("tasks").get(0);
    }

    private int waitingToLeave() {
        return tasks().at("/counts/outbound").asInt();
    }

    private JsonNode scan(String kind, @Nullable UUID taskId, String code) {
        return sent("""
                {"opId":"%s","userId":"%s","kind":"%s","taskId":%s,"code":"%s","at":"2026-11-21T06:00:00Z"}""".formatted(Ids.next(), worker.id(), kind, taskId == null ? "null" : "\"" + taskId + "\"", code));
    }

    private JsonNode sent(String op) {
        HttpResponse<String> answer = phone.post("/h5/api/ops", "{\"ops\":[" + op + "]}");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Visitor.json(answer).get("results").get(0);
    }
}
