package com.dingshu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138 0013 8000",
                "+86 138-0013-8000",
                "0086 13800138000",
                "１３８００１３８０００",
                "(+86)13800138000"
            })
    void readsEverySpellingAsOneNumber(String spelling) {
        assertThat(Phone.parse(spelling, "CN")).contains(new Phone("+8613800138000", null));
    }

    @Test
    void keepsTheExtensionOfAVirtualNumber() {
        assertThat(Phone.parse("18877771111-123", "CN")).contains(new Phone("+8618877771111", "123"));
    }

    @Test
    void readsForeignAndLandlineNumbers() {
        assertThat(Phone.parse("+60 12-345 6789", "CN")).contains(new Phone("+60123456789", null));
        assertThat(Phone.parse("021-62345678", "CN")).contains(new Phone("+862162345678", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "138****8000", "abc", "12"})
    void refusesWhatCannotBeCalled(String text) {
        assertThat(Phone.parse(text, "CN")).isEmpty();
    }

    @Test
    void masksTheMiddle() {
        assertThat(new Phone("+8613800138000", null).masked()).isEqualTo("138****8000");
        assertThat(Phone.masked("*******0001")).isEqualTo("*******0001");
    }
}
