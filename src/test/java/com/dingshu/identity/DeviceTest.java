package com.dingshu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTest {

    @Test
    void namesBrowserSystemAndAddress() {
        assertThat(Device.describe(
                        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
                        "203.0.113.7"))
                .isEqualTo("Edge 140 · Windows · 203.0.113.7");
        assertThat(Device.describe(
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Mobile Safari/604.1",
                        "10.0.0.2"))
                .isEqualTo("Safari 19 · iPhone · 10.0.0.2");
    }

    @Test
    void keepsLineBreaksAndMarkupOutOfTheLog() {
        assertThat(Device.describe("curl/8\r\nFAKE <b>x</b>", "10.0.0.2")).isEqualTo("curl/8FAKE bx/b · 10.0.0.2");
        assertThat(Device.describe("", "10.0.0.2")).isEqualTo("10.0.0.2");
    }
}
