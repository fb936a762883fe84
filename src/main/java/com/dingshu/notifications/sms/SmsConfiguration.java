package com.dingshu.notifications.sms;

import com.dingshu.notifications.WayOut;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AliyunSettings.class)
class SmsConfiguration {

    @Bean
    @ConditionalOnProperty("dingshu.sms.aliyun.access-key-id")
    WayOut aliyunSms(AliyunSettings settings, JsonMapper json, Clock clock) {
        return new AliyunSms(settings, json, clock);
    }
}
