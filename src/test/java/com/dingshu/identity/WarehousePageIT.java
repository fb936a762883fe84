package com.dingshu.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Visitor;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class WarehousePageIT {

    private static final Pattern SCRIPT = Pattern.compile("src=\"\\./(assets/[^\"]+\\.js)\"");

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    @Test
    void sendsTheShortAddressToThePageWithItsMerchant() {
        var answer = visitor.get("/h5?m=qinghe");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/h5/?m=qinghe"));
    }

    @Test
    void knowsNoOtherFiles() {
        assertThat(visitor.get("/h5/assets/nothing.js").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/h5/..%2f..%2fapplication.yaml").statusCode()).isBetween(400, 404);
    }

    /** Left out when the build left the front end out. */
    @Nested
    class WhenBuilt {

        @BeforeEach
        void built() {
            assumeThat(getClass().getResource("/META-INF/resources/h5/index.html"))
                    .isNotNull();
        }

        @Test
        void opensForEverybodyAndIsAskedForAnew() {
            var page = visitor.get("/h5/?m=qinghe");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
            assertThat(visitor.get("/h5/sw.js").headers().firstValue("Cache-Control"))
                    .hasValue("no-cache");
        }

        @Test
        void keepsHashedFilesForGood() {
            var script = SCRIPT.matcher(visitor.get("/h5/").body());
            assertThat(script.find()).isTrue();
            assertThat(visitor.get("/h5/" + script.group(1)).headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(kept -> assertThat(kept).contains("immutable"));
        }

        @Test
        void allowsNothingFromElsewhere() {
            assertThat(visitor.get("/h5/").headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy ->
                            assertThat(policy).contains("default-src 'self'").doesNotContain("http"));
            assertThat(visitor.get("/h5/").body()).doesNotContain("http://", "https://");
        }

        @Test
        void canBeInstalled() {
            var manifest = visitor.get("/h5/manifest.json");
            assertThat(manifest.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
            assertThat(Visitor.json(manifest).get("icons").size()).isEqualTo(4);
            assertThat(visitor.get("/h5/icons/icon-512.png").statusCode()).isEqualTo(200);
        }
    }
}
